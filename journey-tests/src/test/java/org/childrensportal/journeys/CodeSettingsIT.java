package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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

    @AfterEach
    void defaults() {
        portal.clockAhead(Duration.ZERO);
        assertThat(admin.realm().configureCodes("").statusCode()).isEqualTo(204);
    }
}
