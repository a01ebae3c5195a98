package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Await;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("What nothing looks at any more is removed, though nobody comes")
class ForgettingIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "forget-" + UUID.randomUUID() + "@example.com";

    ForgettingIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @Test
    @DisplayName("The address of a code goes with the code's end, while the account waits on")
    void code() {
        String row = "PORTAL_EMAIL_CODE where ADDRESS = '" + address + "'";
        Page page = Registration.codePage(portal, address);
        assertThat(portal.rows(row)).isEqualTo(1);
        portal.clockAhead(Duration.ofMinutes(31));
        awaitNone(row);
        assertThat(admin.people().pending(address)).isNotEqualTo("[]");
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).errors())
                .containsExactly("The code has expired. Ask for a new code.");
        page = page.submit(Map.of("resend", "true"));
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("A code goes as soon as it was used")
    void used() {
        String row = "PORTAL_EMAIL_CODE where ADDRESS = '" + address + "'";
        Page page = Registration.codePage(portal, address);
        assertThat(portal.rows(row)).isEqualTo(1);
        page.submit(Map.of("code", Registration.wrong(portal.codeFor(address))));
        assertThat(portal.rows(row)).as("a wrong one uses nothing up").isEqualTo(1);
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
        assertThat(portal.rows(row)).isZero();
    }

    @Test
    @DisplayName("Uses go when no limit counts them, and not before")
    void uses() {
        assertThat(admin.realm().configureCodes("\"pending-life-hours\":\"26\"").statusCode())
                .isEqualTo(204);
        Instant before = Instant.now();
        Registration.codePage(portal, address);
        Instant after = Instant.now();
        String claims = until("PORTAL_USE", 26, before, after);
        String subjects = until("PORTAL_LIMITED_SUBJECT", 26, before, after);
        assertThat(portal.rows(claims)).isEqualTo(2);
        assertThat(portal.rows(subjects)).isEqualTo(2);
        String sends = until("PORTAL_USE", 24, before, after);
        assertThat(portal.rows(sends)).isPositive();
        portal.clockAhead(Duration.ofHours(25));
        awaitNone(sends);
        awaitNone(until("PORTAL_LIMITED_SUBJECT", 24, before, after));
        assertThat(portal.rows(claims)).isEqualTo(2);
        assertThat(portal.rows(subjects)).isEqualTo(2);
        portal.clockAhead(Duration.ofHours(27));
        awaitNone(claims);
        awaitNone(subjects);
    }

    /** Rows that are kept for so many hours from a moment between two. */
    private static String until(String table, int hours, Instant from, Instant to) {
        Duration kept = Duration.ofHours(hours);
        return "%s where FORGET_AT between %d and %d"
                .formatted(table, from.plus(kept).toEpochMilli(), to.plus(kept).toEpochMilli());
    }

    private void awaitNone(String rows) {
        Await.value("none left of " + rows, () -> portal.rows(rows), left -> left == 0);
    }

    @AfterEach
    void asBefore() {
        portal.clockAhead(Duration.ZERO);
        assertThat(admin.realm().configureCodes("").statusCode()).isEqualTo(204);
    }
}
