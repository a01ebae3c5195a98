package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

@ExtendWith(Portal.Provider.class)
@DisplayName("In Chromium, from the home page to the relying application")
class BrowserJourneyIT {

    private final Portal portal;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    BrowserJourneyIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Chromium.Script.class)
    @DisplayName("a professional registers, goes back with the browser's Back, and confirms")
    void registers(Chromium.Script script) {
        try (Chromium browser = Chromium.start(script)) {
            browser.open(portal.address() + "/");
            assertThat(browser.heading()).isEqualTo("Welcome to the Children's Services Portal");
            browser.click(By.linkText("My account"));
            assertThat(browser.heading()).isEqualTo("My account");
            browser.click(By.linkText("Register for an account here"));

            assertThat(browser.heading()).isEqualTo("Your details");
            browser.type("firstName", "Zoë");
            browser.type("lastName", "O'Brien");
            browser.click(By.cssSelector("label[for=professional]"));
            browser.type("jobRole", "Teacher");
            browser.type("organisation", "Example School");
            browser.type("street", "1 High Street");
            browser.type("locality", "London");
            browser.type("postal_code", "sw1a1aa");
            browser.next();

            assertThat(browser.heading()).isEqualTo("Your account");
            browser.back();
            assertThat(browser.heading()).isEqualTo("Your details");
            assertThat(browser.value("jobRole")).isEqualTo("Teacher");
            browser.next();

            assertThat(browser.heading()).isEqualTo("Your account");
            browser.type("email", address);
            browser.type("password", "short");
            browser.next();
            assertThat(browser.title()).startsWith("Error: Your account");
            assertThat(browser.value("email")).isEqualTo(address);
            browser.type("password", Registration.PASSWORD);
            browser.type("password-confirm", Registration.PASSWORD);
            browser.next();

            assertThat(browser.heading()).isEqualTo("Confirm your email");
            assertThat(browser.text("[data-seconds]"))
                    .isEqualTo(script == Chromium.Script.ALLOWED ? "(minutes left: 30)" : "");
            browser.type("code", portal.codeFor(address));
            browser.next();
            assertThat(browser.heading()).isEqualTo("You are signed in");
            assertThat(browser.text("main")).contains(address, "Example School", "SW1A 1AA");
        }
    }
}
