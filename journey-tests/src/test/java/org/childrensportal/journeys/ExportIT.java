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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** One export serves all of this: it is most of what each of them would cost. */
@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("After the export of the realm, its removal and its import")
class ExportIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String pending = "pending-" + UUID.randomUUID() + "@example.com";
    private String changer;

    ExportIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeAll
    void exportRemoveAndImport() {
        Registration.codePage(portal, pending);
        changer =
                admin.people()
                        .createUser("changer-" + UUID.randomUUID() + "@example.com", password(1));
        for (int number = 2; number <= 9; number++) {
            assertAccepted(number);
        }
        portal.exportRemoveAndImport();
    }

    @Test
    @DisplayName("a pending account is still there, and is confirmed")
    void pendingAccount() {
        portal.clockAhead(Duration.ofSeconds(61));
        Page page = Registration.signIn(portal, portal.browser(), pending);
        assertThat(page.heading()).isEqualTo("Confirm your email");
        page.submit(Map.of("resend", "true"));
        assertThat(page.submit(Map.of("code", portal.codeFor(pending))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("the history of passwords is still there")
    void passwordHistory() {
        assertRefused(9);
        assertRefused(8);
        assertRefused(1);
        assertAccepted(10);
    }

    private void assertAccepted(int number) {
        var answer = admin.people().resetPassword(changer, password(number));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private void assertRefused(int number) {
        var answer = admin.people().resetPassword(changer, password(number));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalidPasswordHistoryMessage");
    }

    private static String password(int number) {
        return "Another-Password-" + number;
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }
}
