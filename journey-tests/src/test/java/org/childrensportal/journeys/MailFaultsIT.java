package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.people.Await;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.FaultyMailServer;
import org.childrensportal.servers.FaultyMailServer.Fault;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("When the mail server fails")
class MailFaultsIT {

    private static final String NOT_SENT =
            "We could not send the email just now. Nothing is lost: ask for a new code to try"
                    + " again.";
    private static final int PEOPLE = 200;
    private static final int IN_PROGRESS = 16;

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "fault-" + UUID.randomUUID() + "@example.com";

    MailFaultsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @ParameterizedTest
    @CsvSource({
        "BUSY, 20000",
        "SILENT, 200",
        "RECIPIENT_LATER, 20000",
        "HANGS_UP, 20000",
        "MAIL_LATER, 20000"
    })
    @DisplayName("and certainly did not take the mail, the page says so and the next try works")
    void notSent(Fault fault, int timeoutMillis) {
        try (FaultyMailServer mail = new FaultyMailServer(fault)) {
            admin.realm().sendMailTo(mail.port(), Duration.ofMillis(timeoutMillis));
            Page page = Registration.codePage(portal, address);
            // More often than five times an hour: what was not sent is not counted.
            for (int attempt = 0; attempt < 7; attempt++) {
                assertThat(page.errors()).containsExactly(NOT_SENT);
                assertThat(page.document().select("#code")).isEmpty();
                page = page.submit(Map.of("resend", "true"));
            }
            assertThat(
                            admin.history()
                                    .events(
                                            "SEND_VERIFY_EMAIL_ERROR",
                                            admin.people().userId(address)))
                    .hasSize(8)
                    .allMatch(event -> event.contains("email_send_failed"));
            mail.become(Fault.NONE);
            page = page.submit(Map.of("resend", "true"));
            assertThat(mail.mails(address)).hasSize(1);
            assertThat(page.submit(Map.of("code", mail.newestCode(address))).address())
                    .hasParameter("code");
        }
    }

    @Test
    @DisplayName("and cannot be reached, the page says so, and works as soon as it can")
    void unreachable() {
        admin.realm().sendMailTo(KeycloakServer.freePort(), Duration.ofSeconds(5));
        Page page = Registration.codePage(portal, address);
        assertThat(page.errors()).containsExactly(NOT_SENT);
        admin.realm().sendMailTo(portal.mail().port(), Duration.ofSeconds(5));
        page = page.submit(Map.of("resend", "true"));
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("and refuses the address for good, the page says to check it")
    void addressRefused() {
        try (FaultyMailServer mail = new FaultyMailServer(Fault.RECIPIENT_NEVER)) {
            admin.realm().sendMailTo(mail.port(), Duration.ofSeconds(5));
            Page page = Registration.codePage(portal, address);
            assertThat(page.errors())
                    .containsExactly(
                            "The email could not be delivered to "
                                    + address
                                    + ". Check that the address is right, and change it if it is"
                                    + " not.");
            assertThat(
                            admin.history()
                                    .events(
                                            "SEND_VERIFY_EMAIL_ERROR",
                                            admin.people().userId(address)))
                    .singleElement()
                    .asString()
                    .contains("portal_address_refused");
            mail.become(Fault.NONE);
            page =
                    page.follow(".govuk-back-link")
                            .submit(Map.of("step", "address", "email", "right-" + address));
            assertThat(page.errors()).isEmpty();
            assertThat(page.submit(Map.of("code", mail.newestCode("right-" + address))).address())
                    .hasParameter("code");
        }
    }

    @Test
    @DisplayName("and goes silent after it has taken the mail, the code in it works")
    void outcomeUnknown() {
        try (FaultyMailServer mail = new FaultyMailServer(Fault.SILENT_AFTER_THE_MAIL)) {
            admin.realm().sendMailTo(mail.port(), FaultyMailServer.UNTIL_UNKNOWN);
            Page page = Registration.codePage(portal, address);
            assertThat(page.errors())
                    .containsExactly(
                            "The email to %s may be late. If the code does not arrive, ask for a new one."
                                    .formatted(address));
            assertThat(
                            admin.history()
                                    .events(
                                            "SEND_VERIFY_EMAIL_ERROR",
                                            admin.people().userId(address)))
                    .singleElement()
                    .asString()
                    .contains("portal_mail_outcome_unknown");
            mail.become(Fault.NONE);
            page = page.submit(Map.of("resend", "true"));
            assertThat(page.errors())
                    .singleElement()
                    .asString()
                    .matches("You can ask for a new code in [0-9]+ seconds\\.");
            assertThat(page.submit(Map.of("code", mail.newestCode(address))).address())
                    .hasParameter("code");
        }
    }

    @Test
    @DisplayName("an address that has an account fares as any other, whatever fails, and in events")
    void ownedAndFree() {
        String owned = "owned-" + address;
        String free = "free1-" + address;
        Registration.register(portal, owned);
        portal.clockAhead(Duration.ofSeconds(61));
        try (FaultyMailServer mail = new FaultyMailServer(Fault.NONE)) {
            admin.realm().sendMailTo(mail.port(), timeout(Fault.NONE));
            Page ofOwned = Registration.codePage(portal, owned);
            Page ofFree = Registration.codePage(portal, free);
            assertThat(masked(ofOwned, owned)).isEqualTo(masked(ofFree, free));
            int minute = 1;
            for (Fault fault : FAULTS) {
                minute++;
                portal.clockAhead(Duration.ofSeconds(61L * minute));
                mail.become(fault);
                admin.realm().sendMailTo(mail.port(), timeout(fault));
                // Somebody else's mail fails, or does not, between the two.
                Registration.codePage(portal, minute + "-others-" + address);
                ofOwned = ofOwned.submit(Map.of("resend", "true"));
                ofFree = ofFree.submit(Map.of("resend", "true"));
                assertThat(masked(ofOwned, owned)).as("%s", fault).isEqualTo(masked(ofFree, free));
            }
            assertThat(mail.mails(owned)).isNotEmpty().hasSameSizeAs(mail.mails(free));
        }
        String claimant = AdminConsole.field(admin.people().pending(owned), "id");
        for (String type : List.of("SEND_VERIFY_EMAIL", "SEND_VERIFY_EMAIL_ERROR")) {
            assertThat(errors(type, claimant))
                    .isNotEmpty()
                    .isEqualTo(errors(type, admin.people().userId(free)));
        }
        assertThat(admin.history().events("SEND_VERIFY_EMAIL_ERROR", claimant))
                .filteredOn(event -> !event.contains("send_refused"))
                .allMatch(event -> event.contains("already_registered"));
    }

    /** In the end the network has had its share, and is told so, too. */
    private static final List<Fault> FAULTS =
            List.of(
                    Fault.RECIPIENT_LATER,
                    Fault.SILENT,
                    Fault.RECIPIENT_NEVER,
                    Fault.NONE,
                    Fault.BUSY,
                    Fault.HANGS_UP,
                    Fault.MAIL_LATER,
                    Fault.SILENT_AFTER_THE_MAIL,
                    Fault.NONE);

    /** Short where the server says nothing, so that nobody waits; else too long to matter. */
    private static Duration timeout(Fault fault) {
        return switch (fault) {
            case SILENT -> Duration.ofMillis(300);
            case SILENT_AFTER_THE_MAIL -> FaultyMailServer.UNTIL_UNKNOWN;
            default -> Duration.ofSeconds(20);
        };
    }

    private static String masked(Page page, String address) {
        return (page.status() + " " + page.address() + page.html())
                .replace(address, "ADDRESS")
                .replace(address.replace("@", "&#64;"), "ADDRESS")
                .replaceAll("(tab_id|client_data|session_code|execution)=[^&\"]+", "$1=")
                .replaceAll("[0-9]{2}:[0-9]{2}, [0-9]+ \\w+ [0-9]{4}", "TIME")
                .replaceAll("data-seconds=\"[0-9]+\"", "SECONDS");
    }

    /** The errors of a user's events, in their order. */
    private List<String> errors(String type, String user) {
        return admin.history().events(type, user).stream()
                .map(event -> event.replaceFirst("(?s).*\"error\":\"([^\"]*)\".*", "$1"))
                .map(error -> error.startsWith("{") ? "" : error)
                .toList();
    }

    @Test
    @DisplayName("in another realm, no mail of the portal's is held up")
    void anotherRealm() {
        String realm = "slow-" + UUID.randomUUID();
        try (FaultyMailServer mail = new FaultyMailServer(Fault.SILENT)) {
            admin.importRealm(
                    """
                    {"realm": "%1$s", "enabled": true, "loginTheme": "childrens-portal",
                     "emailTheme": "childrens-portal",
                     "smtpServer": {"host": "127.0.0.1", "port": "%4$d", "from": "a@portal.example",
                       "timeout": "300000"},
                     "requiredActions": [{"alias": "portal-verify-email-code", "name": "code",
                       "providerId": "portal-verify-email-code", "enabled": true, "priority": 5}],
                     "users": [{"username": "ann", "email": "%2$s", "enabled": true, "firstName": "Ann",
                       "lastName": "Lee", "credentials": [{"type": "password", "value": "%3$s"}]}]}
                    """
                            .formatted(realm, address, Registration.PASSWORD, mail.port()));
            assertThat(admin.realm().configureCodes("\"mails-in-progress\":\"1\"").statusCode())
                    .isEqualTo(204);
            Page theirs = portal.browser().get(portal.accountConsole(realm));
            List<Page> ours = new ArrayList<>();
            Crowd.atOnce(
                    List.of(
                            () ->
                                    theirs.submit(
                                            Map.of(
                                                    "username",
                                                    "ann",
                                                    "password",
                                                    Registration.PASSWORD))),
                    () -> {
                        Await.until("a mail is in progress", () -> mail.connections() > 0);
                        ours.add(Registration.codePage(portal, address));
                        mail.become(Fault.BUSY);
                    });
            assertThat(ours.get(0).errors()).isEmpty();
            assertThat(portal.mail().countFor(address)).isEqualTo(1);
        } finally {
            admin.removeRealm(realm);
        }
    }

    @Test
    @DisplayName("and 200 people wait for it, 16 mails are tried at a time and others can sign in")
    void slow() {
        String signingIn = "quick-" + address;
        Registration.register(portal, signingIn);
        List<Page> pages = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            pages.add(Registration.accountPage(portal));
        }
        double toldBefore = told();
        try (FaultyMailServer mail = new FaultyMailServer(Fault.SILENT)) {
            admin.realm().sendMailTo(mail.port(), Duration.ofMinutes(5));
            List<Callable<Page>> deeds = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                Page page = pages.get(person);
                String theirs = person + "-" + address;
                deeds.add(() -> page.submit(Registration.account(theirs)));
            }
            List<Page> answers =
                    Crowd.atOnce(deeds, () -> signInWhileSlow(mail, signingIn, toldBefore));
            assertThat(mail.connections()).isEqualTo(IN_PROGRESS);
            assertThat(answers).hasSize(PEOPLE).allMatch(page -> page.status() == 200);
            assertThat(answers)
                    .filteredOn(page -> page.html().contains("Email is slow just now"))
                    .hasSize(PEOPLE - IN_PROGRESS);
            assertThat(answers)
                    .filteredOn(page -> page.errors().contains(NOT_SENT))
                    .hasSize(IN_PROGRESS);
        }
    }

    /** The mail server says nothing until this is done. */
    private void signInWhileSlow(FaultyMailServer mail, String signingIn, double toldBefore) {
        Await.until("16 mails are in progress", () -> mail.connections() >= IN_PROGRESS);
        Await.until(
                "the others have been told",
                () -> told() - toldBefore >= (double) PEOPLE - IN_PROGRESS);
        Page page = Registration.signIn(portal, portal.browser(), signingIn);
        assertThat(page.address()).hasParameter("code");
        assertThat(mail.hanging()).as("mails that hang all the while").isEqualTo(IN_PROGRESS);
        mail.become(Fault.BUSY);
    }

    /** How many people have been told so far that mail is slow. */
    private double told() {
        return portal.metric("keycloak_user_events_total", "portal_send_refused_mails_in_progress");
    }

    @AfterEach
    void asBefore() {
        portal.clockAhead(Duration.ZERO);
        admin.realm().sendMailTo(portal.mail().port(), Duration.ofSeconds(10));
        assertThat(admin.realm().configureCodes("").statusCode()).isEqualTo(204);
    }
}
