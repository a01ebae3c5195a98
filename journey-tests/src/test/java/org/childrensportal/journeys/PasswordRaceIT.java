package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("A sign-in whose password is being compared while its owner chooses another")
class PasswordRaceIT {

    private final Portal portal;
    private final AdminConsole admin;
    private PasswordRace race;

    PasswordRaceIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void signedIn() {
        race = new PasswordRace(portal);
    }

    @Test
    @DisplayName("gets no token")
    void token() {
        Page back = race.raced(race.signIn());
        assertThat(back.address()).hasParameter("code");
        assertThatThrownBy(() -> portal.signedIn(back))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("invalid_grant");
        assertThat(portal.events()).contains("portal_standing_password_changed");
    }

    @Test
    @DisplayName("lets nobody in a second time")
    void singleSignOn() {
        Browserless thief = race.raced(race.signIn()).browser();
        Page refused = portal.signIn(thief);
        assertThat(refused.status()).as(refused.html()).isEqualTo(403);
        assertThat(refused.html()).contains("The password of this account has been changed");
        assertThat(portal.signIn(thief).document().select("input[name=password]")).hasSize(1);
    }

    @Test
    @DisplayName("shows nobody the account, and is no session of it any more")
    void account() {
        Browserless thief = race.raced(race.signIn()).browser();
        Page page = thief.get(portal.address() + "/realms/portal/account/");
        assertThat(page.document().select("input[name=password]")).hasSize(1);
        assertThat(admin.people().sessions(race.person()).split("\"id\"")).hasSize(2);
    }

    @Test
    @DisplayName("by name and password at the token endpoint gets no second token")
    void directGrant() {
        Page first = race.raced(race.directGrant("openid"));
        assertThat(admin.account().refreshed(first).html())
                .contains("invalid_grant", "Session not active");
    }

    @Test
    @DisplayName("and that alone: sessions that the owner keeps stay")
    void kept() {
        Browserless kept = portal.browser();
        Registration.signIn(portal, kept, race.address());
        portal.clockAhead(Duration.ofMinutes(2));
        admin.people().resetPassword(race.person(), PasswordRace.NEXT);
        assertThat(portal.signIn(kept).address()).hasParameter("code");
    }

    @AfterEach
    void asBefore() {
        race.end();
    }
}
