package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The store of sessions, where answers wait until there is an account. */
@ExtendWith(Portal.Provider.class)
@DisplayName("What a journey keeps")
class KeptAnswersIT {

    private static final String TYPED = "Zebra-Kept-77-nowhere";

    private final Portal portal;
    private final String address = "kept-" + UUID.randomUUID() + "@example.com";

    KeptAnswersIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("is what was answered, and no password, right or wrong, typed once or twice")
    void noPassword() {
        Page account = Registration.accountPage(portal);
        Browserless browser = account.browser();
        account.submit(
                Map.of("email", address, "password", TYPED, "password-confirm", TYPED + "x"));
        assertThat(holding(browser, address)).contains("portal.answer.email");
        assertThat(holding(browser, TYPED)).isEmpty();
        Page code =
                account.submit(
                        Map.of("email", address, "password", TYPED, "password-confirm", TYPED));
        assertThat(code.heading()).isEqualTo("Confirm your email");
        assertThat(holding(browser, TYPED)).isEmpty();
    }

    @Test
    @DisplayName("is no password of a sign-in, and no code")
    void noCode() {
        Page code = Registration.codePage(portal, address);
        String right = portal.codeFor(address);
        code.submit(Map.of("code", Registration.wrong(right)));
        assertThat(holding(code.browser(), right)).isEmpty();
        assertThat(holding(code.browser(), Registration.wrong(right))).isEmpty();
        Browserless other = portal.browser();
        Page waiting = Registration.signIn(portal, other, address);
        assertThat(waiting.heading()).isEqualTo("Confirm your email");
        assertThat(holding(other, Registration.PASSWORD)).isEmpty();
    }

    private String holding(Browserless browser, String text) {
        Page answer =
                browser.get(
                        portal.address()
                                + "/realms/portal/test-notes?text="
                                + Browserless.encode(text));
        assertThat(answer.status()).isEqualTo(200);
        return answer.html();
    }
}
