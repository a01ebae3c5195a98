package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.childrensportal.checks.Keyboard;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

@ExtendWith(Portal.Provider.class)
@DisplayName("With a keyboard only")
class KeyboardIT {

    private final Portal portal;
    private final String address = "keys-" + UUID.randomUUID() + "@example.com";

    KeyboardIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest(name = "at {0} px, forced colours: {1}")
    @CsvSource({"320, none", "1280, none", "1280, active"})
    @DisplayName(
            "a professional registers, mends what was wrong, and always sees where the focus is")
    void registers(int width, String forcedColours) {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.viewport(width);
            browser.forceColours(forcedColours);
            Keyboard keys = new Keyboard(browser);
            browser.open(portal.address() + "/");
            keys.tabTo("section a").enter();
            assertThat(browser.heading()).isEqualTo("My account");
            keys.tabTo("a[href*=registration]").enter();

            assertThat(browser.heading()).isEqualTo("Your details");
            keys.tabTo("#lastName").type("Lee");
            keys.tabTo("[name=professional]").space();
            keys.tabTo("button[type=submit]").enter();
            assertThat(keys.focused()).as("the errors are read out").contains("error-summary");
            keys.tabTo(".govuk-error-summary a").enter();
            assertThat(keys.focused()).as("a link leads to its field").contains("firstName");
            keys.type("Ann");
            keys.tabTo("#jobRole").type("Teacher");
            keys.tabTo("#organisation").type("Example School");
            keys.tabTo("#street").type("1 High Street");
            keys.tabTo("#locality").type("London");
            keys.tabTo("#postal_code").type("SW1A 1AA");
            keys.tabTo("button[type=submit]").enter();

            assertThat(browser.heading()).isEqualTo("Your account");
            keys.tabTo("#email").type(address);
            keys.tabTo("#password").type(Registration.PASSWORD);
            keys.tabTo("[data-toggle=password]").space();
            assertThat(browser.driver().findElement(By.id("password")).getDomProperty("type"))
                    .isEqualTo("text");
            keys.tabTo("#password-confirm").type(Registration.PASSWORD);
            keys.tabTo("button[type=submit]").enter();

            assertThat(browser.heading()).isEqualTo("Confirm your email");
            keys.tabTo("#code").type(portal.codeFor(address));
            keys.tabTo("button[type=submit]").enter();
            assertThat(browser.heading()).isEqualTo("You are signed in");
        }
    }

    @ParameterizedTest(name = "at {0} px, forced colours: {1}")
    @CsvSource({"320, none", "1280, active"})
    @DisplayName("somebody goes through their account, changes their details, and closes it")
    void account(int width, String forcedColours) {
        portal.admin()
                .people()
                .setEmailVerified(
                        portal.admin().people().createUser(address, Registration.PASSWORD), true);
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.viewport(width);
            browser.forceColours(forcedColours);
            Keyboard keys = new Keyboard(browser);
            browser.open(portal.address() + "/realms/portal/account/");
            keys.tabTo("#username").type(address);
            keys.tabTo("#password").type(Registration.PASSWORD);
            keys.tabTo("button[type=submit]").enter();
            assertThat(browser.heading()).isEqualTo("Your account");
            keys.tabTo("dd a[href*=UPDATE_PROFILE]").enter();
            assertThat(browser.heading()).isEqualTo("Your details");
            keys.tabTo("#lastName").type("Leigh");
            keys.tabTo("button[type=submit]").enter();
            assertThat(browser.heading()).isEqualTo("Your account");
            keys.tabTo("a[href*=delete_account]").enter();
            keys.tabTo("#password").type(Registration.PASSWORD);
            keys.tabTo("button.govuk-button--warning").enter();
            assertThat(browser.heading()).isEqualTo("Your account is closed");
        }
    }
}
