package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.childrensportal.journeys.FaultyMailServer.Fault;
import org.childrensportal.local.KeycloakServer;
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
    @CsvSource({"BUSY, 5", "SILENT, 1", "RECIPIENT_LATER, 5", "HANGS_UP, 5", "MAIL_LATER, 5"})
    @DisplayName("and certainly did not take the mail, the page says so and the next try works")
    void notSent(Fault fault, int timeout) {
        try (FaultyMailServer mail = new FaultyMailServer(fault)) {
            admin.sendMailTo(mail.port(), Duration.ofSeconds(timeout));
            Page page = Registration.codePage(portal, address);
            // More often than five times an hour: what was not sent is not counted.
            for (int attempt = 0; attempt < 7; attempt++) {
                assertThat(page.errors()).containsExactly(NOT_SENT);
                assertThat(page.document().select("#code")).isEmpty();
                page = page.submit(Map.of("resend", "true"));
            }
            assertThat(admin.events("SEND_VERIFY_EMAIL_ERROR", admin.userId(address)))
                    .hasSize(8)
                    .allMatch(event -> event.contains("email_send_failed"));
            mail.become(Fault.NONE);
            page = page.submit(Map.of("resend", "true"));
            assertThat(mail.mails()).hasSize(1);
            assertThat(page.submit(Map.of("code", mail.newestCode())).address())
                    .hasParameter("code");
        }
    }

    @Test
    @DisplayName("and cannot be reached, the page says so, and works as soon as it can")
    void unreachable() {
        admin.sendMailTo(KeycloakServer.freePort(), Duration.ofSeconds(5));
        Page page = Registration.codePage(portal, address);
        assertThat(page.errors()).containsExactly(NOT_SENT);
        admin.sendMailTo(portal.mail().port(), Duration.ofSeconds(5));
        page = page.submit(Map.of("resend", "true"));
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("and refuses the address for good, the page says to check it")
    void addressRefused() {
        try (FaultyMailServer mail = new FaultyMailServer(Fault.RECIPIENT_NEVER)) {
            admin.sendMailTo(mail.port(), Duration.ofSeconds(5));
            Page page = Registration.codePage(portal, address);
            assertThat(page.errors())
                    .containsExactly(
                            "The email could not be delivered to "
                                    + address
                                    + ". Check that the address is right, and change it if it is"
                                    + " not.");
            assertThat(admin.events("SEND_VERIFY_EMAIL_ERROR", admin.userId(address)))
                    .singleElement()
                    .asString()
                    .contains("portal_address_refused");
            mail.become(Fault.NONE);
            page =
                    page.follow(".govuk-back-link")
                            .submit(Map.of("step", "address", "email", "right-" + address));
            assertThat(page.errors()).isEmpty();
            assertThat(page.submit(Map.of("code", mail.newestCode())).address())
                    .hasParameter("code");
        }
    }

    @Test
    @DisplayName("and goes silent after it has taken the mail, the code in it works")
    void outcomeUnknown() {
        try (FaultyMailServer mail = new FaultyMailServer(Fault.SILENT_AFTER_THE_MAIL)) {
            admin.sendMailTo(mail.port(), Duration.ofSeconds(1));
            Page page = Registration.codePage(portal, address);
            assertThat(page.errors())
                    .containsExactly(
                            "The email to %s may be late. If the code does not arrive, ask for a new one."
                                    .formatted(address));
            assertThat(admin.events("SEND_VERIFY_EMAIL_ERROR", admin.userId(address)))
                    .singleElement()
                    .asString()
                    .contains("portal_mail_outcome_unknown");
            mail.become(Fault.NONE);
            page = page.submit(Map.of("resend", "true"));
            assertThat(page.errors())
                    .singleElement()
                    .asString()
                    .matches("You can ask for a new code in [0-9]+ seconds\\.");
            assertThat(page.submit(Map.of("code", mail.newestCode())).address())
                    .hasParameter("code");
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
            admin.sendMailTo(mail.port(), Duration.ofMinutes(5));
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
        Instant limit = Instant.now().plusSeconds(60);
        while (mail.connections() < IN_PROGRESS) {
            assertThat(Instant.now()).as("16 mails in progress").isBefore(limit);
            Thread.onSpinWait();
        }
        while (told() - toldBefore < PEOPLE - IN_PROGRESS) {
            assertThat(Instant.now()).as("the others have been told").isBefore(limit);
        }
        Instant begun = Instant.now();
        Page page = Registration.signIn(portal, portal.browser(), signingIn);
        assertThat(page.address()).hasParameter("code");
        System.out.printf(
                "Signed in within %d ms while 16 mails hang%n",
                Duration.between(begun, Instant.now()).toMillis());
        mail.become(Fault.BUSY);
    }

    /** How many people have been told so far that mail is slow. */
    private double told() {
        return portal.metric("keycloak_user_events_total", "portal_send_refused_mails_in_progress");
    }

    @AfterEach
    void asBefore() {
        portal.clockAhead(Duration.ZERO);
        admin.sendMailTo(portal.mail().port(), Duration.ofSeconds(10));
    }
}
