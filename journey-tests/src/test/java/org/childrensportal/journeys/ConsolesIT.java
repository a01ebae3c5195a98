package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** The portal's strict policy is for its own pages: Keycloak's consoles need scripts of theirs. */
@ExtendWith(Portal.Provider.class)
@DisplayName("Keycloak's consoles work beside the portal's pages")
class ConsolesIT {

    private final Portal portal;
    private final String address = "console-" + UUID.randomUUID() + "@example.com";

    ConsolesIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName(
            "the account console, if an administrator wants it, after the portal's sign-in page")
    void account() {
        Registration.register(portal, address);
        portal.admin().realm().configureRealm("{\"accountTheme\": \"keycloak.v3\"}");
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(portal.address() + "/realms/portal/account/");
            browser.awaitText("Existing users");
            browser.type("username", address);
            browser.type("password", Registration.PASSWORD);
            browser.press("Sign in");
            browser.awaitText("Personal info");
            assertNothingRefused(browser);
        } finally {
            portal.admin().realm().configureRealm("{\"accountTheme\": \"childrens-portal\"}");
        }
    }

    @Test
    @DisplayName("the admin console")
    void admin() {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.viewport(1280);
            browser.open(portal.address() + "/admin/master/console/");
            browser.awaitText("Sign in to your account");
            browser.type("username", "admin");
            browser.type("password", "admin");
            browser.click(By.id("kc-login"));
            browser.awaitText("Welcome to");
            assertNothingRefused(browser);
        }
    }

    /** What else the consoles say to the browser's is Keycloak's affair. */
    private static void assertNothingRefused(Chromium browser) {
        assertThat(browser.console()).noneMatch(line -> line.contains("Content Security Policy"));
    }
}
