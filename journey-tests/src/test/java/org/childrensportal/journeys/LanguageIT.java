package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@ExtendWith(Portal.Provider.class)
@DisplayName("In Welsh")
class LanguageIT {

    private static final By CYMRAEG = By.linkText("Cymraeg");
    private final Portal portal;
    private final String address = "iaith-" + UUID.randomUUID() + "@example.com";

    LanguageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("pages, errors and the mail are Welsh, without a script")
    void journey() {
        Page signIn = portal.signIn().follow("a[hreflang=cy]");
        assertThat(signIn.heading()).isEqualTo("Fy nghyfrif");
        assertThat(signIn.document().select("html").attr("lang")).isEqualTo("cy");
        Page details = signIn.follow("a[href*=registration]");
        Page wrong = details.submit(Map.of("firstName", "Siân"));
        assertThat(wrong.errors()).contains("Rhowch eich cyfenw");
        assertThat(wrong.title()).startsWith("Gwall: Eich manylion - Cam 1 o 3");
        Page code = wrong.submit(Registration.PUBLIC).submit(Registration.account(address));
        assertThat(code.heading()).isEqualTo("Cadarnhau eich e-bost");
        assertThat(portal.mail().newestTextFor(address)).contains("Defnyddiwch y cod hwn");
        assertThat(code.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("another language keeps what was typed, but no password")
    void keepsAnswers() {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(portal.authorization(""));
            browser.click(By.linkText("Register for an account here"));
            browser.type("firstName", "Siân");
            browser.click(By.cssSelector("label[for=professional]"));
            browser.type("jobRole", "Athrawes");
            browser.click(CYMRAEG);
            assertThat(browser.heading()).isEqualTo("Eich manylion");
            assertThat(browser.value("firstName")).isEqualTo("Siân");
            assertThat(browser.value("jobRole")).isEqualTo("Athrawes");
            browser.click(By.cssSelector("label[for=professional-no]"));
            browser.type("lastName", "Jones");
            browser.press("Nesaf");
            browser.type("email", address);
            browser.type("password", Registration.PASSWORD);
            browser.click(By.linkText("English"));
            assertThat(browser.heading()).isEqualTo("Your account");
            assertThat(browser.value("email")).isEqualTo(address);
            assertThat(browser.value("password")).isEmpty();
        }
    }
}
