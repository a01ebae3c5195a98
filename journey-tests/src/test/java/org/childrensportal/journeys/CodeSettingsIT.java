package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
@DisplayName("The settings of the email code")
class CodeSettingsIT {

    private static final String CONFIG_DESCRIPTION =
            "/authentication/required-actions/portal-verify-email-code/config-description";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    CodeSettingsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @ParameterizedTest
    @CsvSource({
        "code-life-minutes, 0",
        "code-life-minutes, 1441",
        "guesses-per-code, 0",
        "guesses-per-code, many",
        "guesses-per-code, -1",
        "guesses-per-code, 11",
        "guesses-a-day, 9",
        "guesses-a-day, 101",
        "pause-between-codes-seconds, -1",
        "pause-between-codes-seconds, 3601",
        "codes-an-hour, 0",
        "codes-an-hour, 101",
        "codes-a-day, 0",
        "codes-a-day, 501",
        "codes-an-hour-per-client, -1",
        "codes-an-hour-per-client, 100001",
        "mails-in-progress, 0",
        "mails-in-progress, 201",
        "pending-life-hours, 0",
        "pending-life-hours, 721",
        "time-zone, Atlantis"
    })
    @DisplayName("are refused out of bounds")
    void outOfBounds(String setting, String value) {
        assertThat(
                        admin.realm()
                                .configureCodes("\"%s\":\"%s\"".formatted(setting, value))
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("are shown in the admin console with label and help")
    void described() {
        assertThat(admin.send("GET", CONFIG_DESCRIPTION, "").body())
                .contains("Life of a code (minutes)", "From 1 to 1440, by default 30.");
    }

    @Test
    @DisplayName("count from the next guess on")
    void fewerGuesses() {
        Page page = Registration.codePage(portal, address);
        assertThat(admin.realm().configureCodes("\"guesses-per-code\":\"1\"").statusCode())
                .isEqualTo(204);
        String right = portal.codeFor(address);
        page = page.submit(Map.of("code", Registration.wrong(right)));
        assertThat(page.errors())
                .containsExactly(
                        "The code has been entered wrongly too many times. Ask for a new code.");
    }

    @Test
    @DisplayName("give a code a shorter life")
    void shorterLife() {
        assertThat(admin.realm().configureCodes("\"code-life-minutes\":\"5\"").statusCode())
                .isEqualTo(204);
        Page page = Registration.codePage(portal, address);
        portal.clockAhead(Duration.ofMinutes(6));
        page = page.submit(Map.of("code", portal.codeFor(address)));
        assertThat(page.errors()).containsExactly("The code has expired. Ask for a new code.");
    }

    @ParameterizedTest
    @CsvSource({
        "pause-between-codes-seconds, 600, 61",
        "codes-an-hour, 1, 61",
        "codes-a-day, 1, 61",
    })
    @DisplayName("say when another code can be had, and how many")
    void anotherCode(String setting, String value, int seconds) {
        configure("\"%s\":\"%s\"".formatted(setting, value));
        Page page = Registration.codePage(portal, address);
        portal.clockAhead(Duration.ofSeconds(seconds));
        page.submit(Map.of("resend", "true"));
        assertThat(portal.mail().countFor(address)).isEqualTo(1);
        configure("");
        page.submit(Map.of("resend", "true"));
        assertThat(portal.mail().countFor(address)).as("by default").isEqualTo(2);
    }

    @Test
    @DisplayName("say how many mails are on their way at the same time")
    void mailsInProgress() {
        try (FaultyMailServer mail = new FaultyMailServer(Fault.SILENT)) {
            admin.realm().sendMailTo(mail.port(), Duration.ofMinutes(1));
            configure("\"mails-in-progress\":\"1\"");
            Page first = Registration.accountPage(portal);
            Page second = Registration.accountPage(portal);
            List<Page> slow = new ArrayList<>();
            Crowd.atOnce(
                    List.of(() -> first.submit(Registration.account(address))),
                    () -> {
                        Await.until("a mail is on its way", () -> mail.connections() > 0);
                        slow.add(second.submit(Registration.account("second-" + address)));
                        mail.become(Fault.BUSY);
                    });
            assertThat(mail.connections()).isEqualTo(1);
            assertThat(slow.get(0).errors()).hasSize(1);
        } finally {
            admin.realm().sendMailTo(portal.mail().port(), Duration.ofSeconds(10));
        }
    }

    @Test
    @DisplayName("say when an account is removed that nobody confirms")
    void pendingLife() {
        configure("\"pending-life-hours\":\"1\"");
        Registration.codePage(portal, address);
        assertThat(admin.people().pending(address)).isNotEqualTo("[]");
        portal.clockAhead(Duration.ofMinutes(61));
        Await.until("it is removed", () -> admin.people().pending(address).equals("[]"));
    }

    @Test
    @DisplayName("say in which time zone people read when a code expires")
    void timeZone() {
        configure("\"time-zone\":\"Pacific/Kiritimati\"");
        Page page = Registration.codePage(portal, address);
        String there = page.document().select("dl").text();
        assertThat(portal.mail().newestTextFor(address))
                .as("the page and the mail say the same")
                .contains(page.document().select("dd").last().ownText());
        configure("\"time-zone\":\"Pacific/Niue\"");
        Page again = page.browser().get(page.address().toString());
        assertThat(again.heading()).isEqualTo(page.heading());
        assertThat(again.document().select("dl").text()).isNotEqualTo(there);
    }

    private void configure(String settings) {
        assertThat(admin.realm().configureCodes(settings).statusCode()).isEqualTo(204);
    }

    @AfterEach
    void defaults() {
        portal.clockAhead(Duration.ZERO);
        assertThat(admin.realm().configureCodes("").statusCode()).isEqualTo(204);
    }
}
