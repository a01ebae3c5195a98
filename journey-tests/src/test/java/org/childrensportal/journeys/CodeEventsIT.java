package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("What an administrator learns about codes, and does to them")
class CodeEventsIT {

    private static final String METRIC = "keycloak_user_events_total";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "event-" + UUID.randomUUID() + "@example.com";

    CodeEventsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @Test
    @DisplayName(
            "Each outcome is an event with user, client and IP address, and counts as a metric")
    void events() {
        double wrongBefore = portal.metric(METRIC, "portal_code_wrong");
        Page page = Registration.codePage(portal, "first-" + address);
        String user = admin.people().userId("first-" + address);
        page.submit(Map.of("resend", "true"));
        page.submit(Map.of("step", "address", "email", address));
        String right = portal.codeFor(address);
        for (int guess = 0; guess < 6; guess++) {
            page = page.submit(Map.of("code", Registration.wrong(right)));
        }
        portal.clockAhead(Duration.ofMinutes(31));
        page = page.submit(Map.of("code", right));
        page = page.submit(Map.of("resend", "true"));
        page.submit(Map.of("code", portal.codeFor(address)));

        assertThat(admin.history().events("SEND_VERIFY_EMAIL", user)).hasSize(3);
        assertThat(admin.history().events("SEND_VERIFY_EMAIL_ERROR", user))
                .singleElement()
                .asString()
                .contains("portal_send_refused_sends_to_address");
        assertThat(admin.history().events("UPDATE_EMAIL", user))
                .singleElement()
                .asString()
                .contains("\"updated_email\":\"" + address);
        assertThat(admin.history().events("VERIFY_EMAIL_ERROR", user))
                .hasSize(7)
                .anyMatch(event -> event.contains("\"portal_code_ended\""))
                .anyMatch(event -> event.contains("\"portal_too_many_guesses\""))
                .allMatch(event -> event.contains("\"ipAddress\":\"10.18."))
                .allMatch(event -> event.contains("\"clientId\":\"portal-web\""));
        assertThat(admin.history().events("VERIFY_EMAIL", user)).hasSize(1);
        assertThat(portal.metric(METRIC, "portal_code_wrong")).isEqualTo(wrongBefore + 5);
    }

    @Test
    @DisplayName("A new key of the realm voids outstanding codes: who signs in gets a new one")
    void newKey() {
        Page page = Registration.codePage(portal, address);
        String old = portal.codeFor(address);
        admin.realm().rotateHmacKey();
        // Keycloak's own cookies are under that key as well: sign-in begins again.
        page = Registration.signIn(portal, page.browser(), address);
        assertThat(portal.mail().countFor(address)).isEqualTo(2);
        assertThat(page.submit(Map.of("code", old)).errors())
                .singleElement()
                .asString()
                .startsWith("The code is not right.");
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("Whose account is removed on the code page is told so, and can register again")
    void removed() {
        Page page = Registration.codePage(portal, address);
        String code = portal.codeFor(address);
        admin.people().removeUser(admin.people().userId(address));
        page = page.submit(Map.of("code", code));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html())
                .contains("This account was not confirmed in time and has been removed.");
        portal.clockAhead(Duration.ofSeconds(61));
        page =
                portal.signIn(page.browser())
                        .follow("a[href*=registration]")
                        .submit(Registration.PUBLIC)
                        .submit(Registration.account(address));
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("A setting out of bounds in an imported realm is replaced, with one warning")
    void importedOutOfBounds() throws IOException {
        String realm = "bounds-" + UUID.randomUUID();
        admin.importRealm(
                """
                {"realm": "%1$s", "enabled": true, "loginTheme": "childrens-portal",
                 "requiredActions": [{"alias": "portal-verify-email-code", "name": "code",
                   "providerId": "portal-verify-email-code", "enabled": true, "priority": 5,
                   "config": {"guesses-per-code": "4711"}}],
                 "users": [{"username": "ann", "email": "%2$s", "enabled": true, "firstName": "Ann",
                   "lastName": "Lee", "credentials": [{"type": "password", "value": "%3$s"}]}]}
                """
                        .formatted(realm, address, Registration.PASSWORD));
        for (int time = 0; time < 2; time++) {
            Page page =
                    portal.browser()
                            .get(portal.accountConsole(realm))
                            .submit(Map.of("username", "ann", "password", Registration.PASSWORD));
            assertThat(page.heading()).isEqualTo("Confirm your email");
        }
        assertThat(Files.readString(portal.logs().get(0)).lines())
                .filteredOn(line -> line.contains("Setting guesses-per-code of"))
                .filteredOn(line -> line.contains(realm))
                .hasSize(1);
        admin.removeRealm(realm);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }
}
