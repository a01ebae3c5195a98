package org.childrensportal.keycloak.emailcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailsInProgressTest {

    private final MailsInProgress mails = new MailsInProgress();

    @Test
    void eachRealmHasItsOwn() {
        assertThat(mails.begin("ours", 2)).isTrue();
        assertThat(mails.begin("ours", 2)).isTrue();
        assertThat(mails.begin("ours", 2)).isFalse();
        assertThat(mails.begin("another", 2)).isTrue();
    }

    @Test
    void oneThatHasEndedMakesRoomForAnother() {
        mails.begin("ours", 1);
        assertThat(mails.begin("ours", 1)).isFalse();
        mails.end("ours");
        assertThat(mails.begin("ours", 1)).isTrue();
    }

    @Test
    void howManyARealmHasIsKnown() {
        mails.begin("ours", 2);
        mails.begin("ours", 2);
        mails.begin("ours", 2);
        assertThat(mails.of("ours")).isEqualTo(2);
        mails.end("ours");
        assertThat(mails.of("ours")).isEqualTo(1);
        assertThat(mails.of("another")).isZero();
    }

    @Test
    void aRealmWithoutAnyIsForgotten() {
        mails.begin("ours", 1);
        mails.begin("ours", 1);
        mails.end("ours");
        assertThat(mails.realms()).isZero();
    }
}
