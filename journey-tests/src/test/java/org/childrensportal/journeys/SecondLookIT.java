package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
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

/**
 * A page that is held open ends when the account has become another (see {@link OpenPagesIT}). What
 * is not seen by then is seen by whoever changes the account or closes it.
 */
@ExtendWith(Portal.Provider.class)
@DisplayName("A page that has kept its standing is looked at a second time: it")
class SecondLookIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String next = MovingPerson.newAddress();
    private MovingPerson person;

    SecondLookIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void signedIn() {
        person = MovingPerson.signedIn(portal);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }

    @Test
    @DisplayName("changes no address that was changed on a node whose word has not come yet")
    void addressChanged() {
        Page page = person.codePage(next);
        String given = MovingPerson.newAddress();
        String columns = "EMAIL = '%1$s', EMAIL_CONSTRAINT = '%1$s'".formatted(given);
        portal.changeUnheard(update(columns));
        Page refused = page.submit(Map.of("code", portal.codeFor(next)));
        assertThat(refused.heading()).isEqualTo("Your new email address");
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused.document().select("main").text()).contains(given);
        assertRefused("UPDATE_EMAIL_ERROR", "portal_address_changed_meanwhile");
        assertHas("EMAIL = '%s'".formatted(given));
    }

    @Test
    @DisplayName("changes nothing of an account that was disabled on such a node")
    void disabled() {
        Page page = person.codePage(next);
        portal.changeUnheard(update("ENABLED = false"));
        Page refused = page.submit(Map.of("code", portal.codeFor(next)));
        assertThat(refused.address()).hasNoParameter("code");
        assertRefused("UPDATE_EMAIL_ERROR", "portal_change_not_standing");
        assertHas("EMAIL = '%s'".formatted(person.address()));
    }

    @Test
    @DisplayName("closes no account whose address was changed there and back meanwhile")
    void wayBack() {
        Browserless other = portal.browser();
        Registration.signIn(portal, other, person.address());
        Page close = other.get(portal.authorization("&kc_action=delete_account"));
        person.changeTo(next);
        person.changeTo(person.address());
        assertHas("EMAIL = '%s'".formatted(person.address()));
        Page refused = close.send(Map.of("password", Registration.PASSWORD));
        assertThat(refused.status()).isEqualTo(403);
        assertRefused("DELETE_ACCOUNT_ERROR", "portal_address_may_be_changed_back");
        assertHas("EMAIL = '%s'".formatted(person.address()));
    }

    private String update(String columns) {
        return "update USER_ENTITY set %s where ID = '%s'".formatted(columns, person.id());
    }

    private void assertHas(String columns) {
        assertThat(
                        portal.rows(
                                "USER_ENTITY where %s and ID = '%s'"
                                        .formatted(columns, person.id())))
                .isEqualTo(1);
    }

    private void assertRefused(String type, String error) {
        assertThat(admin.history().events(type, person.id()))
                .anyMatch(event -> event.contains("\"error\":\"" + error + "\""));
    }
}
