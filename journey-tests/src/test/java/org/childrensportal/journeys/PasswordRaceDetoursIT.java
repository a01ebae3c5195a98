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
@DisplayName("Whoever had an old password compared while its owner chose another, by a detour")
class PasswordRaceDetoursIT {

    private static final String THIRD = "Third-Horse-9-staple";

    private final Portal portal;
    private final AdminConsole admin;
    private PasswordRace race;

    PasswordRaceDetoursIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void signedIn() {
        race = new PasswordRace(portal);
    }

    @Test
    @DisplayName("of another visit's cookie in the same browser, is not let in")
    void anotherVisit() {
        Browserless thief = race.raced(race.signIn()).browser();
        Browserless other = portal.browser();
        portal.signIn(other);
        other.answers().forEach(thief::keep);
        assertNotIn(portal.signIn(thief));
    }

    @Test
    @DisplayName("of signing in again in a session that was there, gets no token")
    void again() {
        Browserless thief = portal.browser();
        Registration.signIn(portal, thief, race.address());
        Page page = thief.get(portal.authorization("&prompt=login"));
        Page back = race.raced(race.signIn(page));
        assertThat(back.address()).hasParameter("code");
        assertThatThrownBy(() -> portal.signedIn(back))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("invalid_grant");
    }

    @Test
    @DisplayName("of waiting until the owner has chosen once more, is not let in")
    void chosenOnceMore() {
        Browserless thief = race.raced(race.signIn()).browser();
        portal.clockAhead(Duration.ofMinutes(2));
        race.chooseKeeping(THIRD);
        assertNotIn(portal.signIn(thief));
    }

    @Test
    @DisplayName("of an offline token, gets no second one, and no session is left")
    void offline() {
        Page first = race.raced(race.directGrant("openid offline_access"));
        assertThat(admin.account().refreshed(first).html())
                .contains("invalid_grant", "Session not active");
        assertThat(
                        portal.rows(
                                "offline_user_session where offline_flag = '1' and user_id = '%s'"
                                        .formatted(race.person())))
                .isZero();
    }

    @Test
    @DisplayName("of a hash that is made anew, does not put the old password back")
    void rehash() {
        admin.realm().setPasswordPolicy("hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        race.raced(race.signIn());
        assertThat(CheckedBy.SIGN_IN.letsIn(portal, race.address(), Registration.PASSWORD))
                .isFalse();
        assertThat(CheckedBy.SIGN_IN.letsIn(portal, race.address(), PasswordRace.NEXT)).isTrue();
    }

    @Test
    @DisplayName("is told from whom the owner kept, who may have come in a moment before")
    void keptByOwner() {
        Browserless kept = portal.browser();
        Registration.signIn(portal, kept, race.address());
        race.chooseKeeping(PasswordRace.NEXT);
        assertThat(portal.signIn(kept).address()).hasParameter("code");
    }

    @Test
    @DisplayName("and from whose password an administrator has set a moment later")
    void keptByAdministrator() {
        Browserless kept = portal.browser();
        Registration.signIn(portal, kept, race.address());
        admin.people().resetPassword(race.person(), PasswordRace.NEXT);
        assertThat(portal.signIn(kept).address()).hasParameter("code");
    }

    private static void assertNotIn(Page page) {
        assertThat(page.address()).as(page.html()).hasNoParameter("code");
    }

    @AfterEach
    void asBefore() {
        race.end();
    }
}
