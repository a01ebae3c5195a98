package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("An administrator reads in the events why somebody was refused")
class EventsIT {

    private static final Map<String, String> RESEND = Map.of("resend", "true");
    private static final Map<String, String> WRONG_PASSWORD =
            Map.of("username", "nobody@example.com", "password", "not-the-password");

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "refused-" + UUID.randomUUID() + "@example.com";

    EventsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @AfterEach
    void asBefore() {
        portal.clockAhead(Duration.ZERO);
        assertThat(admin.realm().configureCodes("").statusCode()).isEqualTo(204);
    }

    @Test
    @DisplayName("codes: how many the account got, whatever its address")
    void sendsForAccount() {
        configure("\"codes-an-hour\":\"1\"");
        Page page = Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        page.submit(Map.of("step", "address", "email", "next-" + address));
        assertRefused("SEND_VERIFY_EMAIL_ERROR", id, "portal_send_refused_sends_for_account");
    }

    @Test
    @DisplayName("codes: how many the mailbox got that this network asked for")
    void sendsByNetwork() {
        configure("\"codes-an-hour\":\"3\"");
        Page page = Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        for (int minutes = 2; minutes <= 4; minutes += 2) {
            portal.clockAhead(Duration.ofMinutes(minutes));
            page = page.submit(RESEND);
        }
        assertRefused(
                "SEND_VERIFY_EMAIL_ERROR", id, "portal_send_refused_sends_to_mailbox_by_network");
    }

    @Test
    @DisplayName("codes: how many this network asked for, whatever the addresses")
    void sendsByClient() {
        configure("\"codes-an-hour-per-client\":\"1\"");
        Browserless browser = Registration.codePage(portal, "first-" + address).browser();
        codePage(browser.another(), address);
        String id = admin.people().userId(address);
        assertRefused("SEND_VERIFY_EMAIL_ERROR", id, "portal_send_refused_sends_by_client");
        assertThat(portal.mail().countFor("first-" + address)).isEqualTo(1);
        assertThat(portal.mail().countFor(address)).isZero();
    }

    @Test
    @DisplayName("guesses: how many there were for the mailbox, by this network and by all")
    void guesses() {
        configure("\"guesses-a-day\":\"10\",\"guesses-per-code\":\"10\"");
        Page page = Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        guess(page, 6);
        assertRefused("VERIFY_EMAIL_ERROR", id, "portal_too_many_guesses_for_mailbox_by_network");
        assertThat(admin.history().events("VERIFY_EMAIL_ERROR", id))
                .filteredOn(event -> event.contains("portal_code_wrong"))
                .hasSize(5);
        // The other half, by another network, for a code of its own.
        portal.clockAhead(Duration.ofSeconds(61));
        guess(newCode(), 5);
        portal.clockAhead(Duration.ofSeconds(122));
        guess(newCode(), 1);
        assertRefused("VERIFY_EMAIL_ERROR", id, "portal_too_many_guesses_for_address");
    }

    private Page newCode() {
        return Registration.signIn(portal, portal.browser(), address).submit(RESEND);
    }

    private void guess(Page page, int times) {
        Map<String, String> wrong = Map.of("code", Registration.wrong(portal.codeFor(address)));
        for (int time = 0; time < times; time++) {
            page.submit(wrong);
        }
    }

    @Test
    @DisplayName("accounts begun with an address: how many, by this network and by all")
    void claims() {
        configure("\"codes-an-hour\":\"3\"");
        int all = events("\"portal_claim_refused_claims_on_mailbox\"");
        int byNetwork = events("\"portal_claim_refused_claims_on_mailbox_by_network\"");
        Browserless browser = portal.browser();
        for (int time = 0; time < 3; time++) {
            codePage(browser.another(), address);
        }
        assertThat(events("\"portal_claim_refused_claims_on_mailbox_by_network\""))
                .isEqualTo(byNetwork + 1);
        Registration.codePage(portal, address);
        Registration.codePage(portal, address);
        assertThat(events("\"portal_claim_refused_claims_on_mailbox\"")).isEqualTo(all + 1);
    }

    @Test
    @DisplayName("a right code: the address has become another account's")
    void takenMeanwhile() {
        Page slow = Registration.codePage(portal, address);
        String id = admin.people().userId(address);
        String code = portal.codeFor(address);
        portal.clockAhead(Duration.ofSeconds(61));
        Page quick = Registration.codePage(portal, address);
        quick.submit(Map.of("code", portal.codeFor(address)));
        slow.submit(Map.of("code", code));
        assertRefused("VERIFY_EMAIL_ERROR", id, "portal_address_taken");
    }

    @Test
    @DisplayName("a change of address: another account has proven it")
    void addressChange() {
        MovingPerson person = MovingPerson.signedIn(portal);
        Page page = person.codePage(address);
        String code = portal.codeFor(address);
        portal.clockAhead(Duration.ofSeconds(61));
        Registration.register(portal, address);
        page.submit(Map.of("code", code));
        assertRefused("UPDATE_EMAIL_ERROR", person.id(), "portal_address_taken");
    }

    @Test
    @DisplayName("closing: the password is missing")
    void closing() {
        MovingPerson person = MovingPerson.signedIn(portal);
        Page close = person.browser().get(portal.authorization("&kc_action=delete_account"));
        close.send(Map.of("password", ""));
        assertRefused("DELETE_ACCOUNT_ERROR", person.id(), "password_missing");
    }

    @Test
    @DisplayName("a password: which rule it breaks")
    void password() {
        MovingPerson person = MovingPerson.signedIn(portal);
        person.browser()
                .get(portal.authorization("&kc_action=UPDATE_PASSWORD"))
                .send(Map.of("password-new", "Ab1-", "password-confirm", "Ab1-"));
        assertThat(admin.history().events("UPDATE_PASSWORD_ERROR", person.id()))
                .anyMatch(event -> event.contains("\"password_rejected\""))
                .allMatch(event -> event.contains("\"reason\":\"portalPassword"));
    }

    @Test
    @DisplayName("a link to a new password: another was chosen since")
    void link() {
        MovingPerson person = MovingPerson.signedIn(portal);
        Browserless browser = portal.browser();
        portal.signIn(browser)
                .follow("a[href*=reset-credentials]")
                .send(Map.of("username", person.address()));
        String link = portal.linkFor(person.address());
        portal.clockAhead(Duration.ofSeconds(2));
        admin.people().resetPassword(person.id(), "Another-Horse-8-staple");
        browser.get(link);
        assertThat(portal.events().lines().toList().toString())
                .containsPattern("\"userId\":\"" + person.id() + "\"[^{]*\"expired_code\"");
    }

    @Test
    @DisplayName("whoever is nobody: nothing was typed, or nothing that has an account")
    void nobody() {
        int claims = events("\"portal_no_claim\"");
        portal.signIn().submit(WRONG_PASSWORD);
        assertThat(events("\"portal_no_claim\"")).isGreaterThan(claims);
        int missing = events("\"username_missing\"");
        portal.signIn().follow("a[href*=reset-credentials]").send(Map.of("username", " "));
        assertThat(events("\"username_missing\"")).isEqualTo(missing + 1);
        int registrations = events("\"invalid_registration\"");
        Registration.detailsPage(portal).submit(Map.of("firstName", ""));
        assertThat(events("\"invalid_registration\"")).isEqualTo(registrations + 1);
        int passkeys = events("\"invalid_request\"");
        Map<String, String> both = Registration.with(WRONG_PASSWORD, "authenticatorData", "AAAA");
        portal.signIn().submit(both);
        assertThat(events("\"invalid_request\"")).isEqualTo(passkeys + 1);
    }

    @Test
    @DisplayName("a sign-in: the address is not confirmed, and no step asks for the code")
    void unconfirmed() {
        String id = admin.people().createUser(address, Registration.PASSWORD);
        switchOff(
                "portal-verify-email-code",
                () -> {
                    Registration.signIn(portal, portal.browser(), address);
                    admin.account().directGrant(address, Registration.PASSWORD, "openid");
                });
        assertRefused("LOGIN_ERROR", id, "resolve_required_actions");
        assertThat(admin.history().events("LOGIN_ERROR", id))
                .anyMatch(event -> event.contains("\"reason\":\"Account is not fully set up\""));
    }

    @Test
    @DisplayName("a page held open: what it does was switched off")
    void switchedOff() {
        MovingPerson person = MovingPerson.signedIn(portal);
        Page details = person.browser().get(portal.authorization("&kc_action=UPDATE_PROFILE"));
        Browserless other = portal.browser();
        Registration.signIn(portal, other, person.address());
        Page close = other.get(portal.authorization("&kc_action=delete_account"));
        switchOff("UPDATE_PROFILE", () -> details.send(Map.of("lastName", "Lee-Smith")));
        switchOff("delete_account", () -> close.send(Map.of("password", Registration.PASSWORD)));
        assertRefused("UPDATE_PROFILE_ERROR", person.id(), "not_allowed");
        assertRefused("DELETE_ACCOUNT_ERROR", person.id(), "user_delete_error");
    }

    private void switchOff(String alias, Runnable meanwhile) {
        String path = "/authentication/required-actions/" + alias;
        String action = admin.send("GET", path, "").body();
        admin.send("PUT", path, action.replace("\"enabled\":true", "\"enabled\":false"));
        try {
            meanwhile.run();
        } finally {
            admin.send("PUT", path, action);
        }
    }

    private void configure(String settings) {
        assertThat(admin.realm().configureCodes(settings).statusCode()).isEqualTo(204);
    }

    private void codePage(Browserless browser, String address) {
        portal.signIn(browser)
                .follow("a[href*=registration]")
                .submit(Registration.PUBLIC)
                .submit(Registration.account(address));
    }

    private void assertRefused(String type, String id, String error) {
        assertThat(admin.history().events(type, id))
                .anyMatch(event -> event.contains("\"error\":\"" + error + "\""));
    }

    /** How many events there are so far with a text. */
    private int events(String text) {
        return (int)
                Pattern.compile(Pattern.quote(text)).matcher(portal.events()).results().count();
    }
}
