package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The theme {@code council} of the test resources has settings, a style sheet and a logo only. */
@ExtendWith(Portal.Provider.class)
@DisplayName("A council makes the portal its own without a template")
class RebrandIT {

    private final Portal portal;
    private final AdminConsole admin;

    RebrandIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void council() {
        theme("council", "Example Council Families Portal");
    }

    @Test
    @DisplayName("with its name, colours, logo and links")
    void rebranded() {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(portal.authorization(""));
            assertThat(browser.title()).isEqualTo("My account - Example Council Families Portal");
            assertThat(browser.colour(".portal-header")).isEqualTo("rgb(90, 24, 70)");
            assertThat(browser.colour("button[type=submit]")).isEqualTo("rgb(90, 24, 70)");
            assertThat(browser.count("img[alt='Example Council']")).isOne();
            assertThat(browser.text("footer"))
                    .contains("Contact us", "Accessibility statement", "Privacy")
                    .doesNotContain("Cookies");
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    @DisplayName("and with its colour and name in the mails")
    void mails() {
        String address = "council-" + UUID.randomUUID() + "@example.com";
        Registration.codePage(portal, address);
        assertThat(portal.mail().newestHtmlFor(address))
                .contains("background:#5a1846", "Example Council Families Portal");
        assertThat(portal.mail().newestSubjectFor(address))
                .startsWith("Example Council Families Portal");
    }

    @AfterEach
    void portal() {
        theme("childrens-portal", "Children's Services Portal");
    }

    private void theme(String theme, String name) {
        assertThat(
                        admin.send(
                                        "PUT",
                                        "",
                                        """
                                        {"loginTheme": "%1$s", "emailTheme": "%1$s", "displayName": "%2$s"}
                                        """
                                                .formatted(theme, name))
                                .statusCode())
                .isEqualTo(204);
    }
}
