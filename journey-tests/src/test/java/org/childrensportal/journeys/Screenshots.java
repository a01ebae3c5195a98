package org.childrensportal.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/**
 * Takes a picture of every page, for people to look at. Not a test: run by {@code ./mvnw verify
 * -Dit.test=Screenshots}.
 */
@ExtendWith(Portal.Provider.class)
@DisplayName("Pictures of the pages")
class Screenshots {

    private final Portal portal;

    Screenshots(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    @DisplayName("are taken at a phone's and at a desktop's width")
    void takeAll(int width) throws IOException {
        String address = "zoe.obrien" + width + "@school.example";
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.size(width, 800);
            browser.open(portal.address() + "/");
            shoot(browser, folder, "home", width);
            browser.click(By.linkText("My account"));
            shoot(browser, folder, "sign-in", width);
            browser.type("username", "nobody@example.com");
            browser.type("password", "wrong");
            browser.press("Sign in");
            shoot(browser, folder, "sign-in-error", width);
            browser.click(By.linkText("Forgotten your password?"));
            shoot(browser, folder, "forgotten", width);
            browser.back();
            browser.click(By.linkText("Register for an account here"));
            shoot(browser, folder, "step-1-empty", width);
            browser.click(By.cssSelector("label[for=professional]"));
            browser.next();
            shoot(browser, folder, "step-1-errors", width);
            Registration.PROFESSIONAL.forEach(
                    (field, value) -> {
                        if (!field.equals("professional")) {
                            browser.type(field, value);
                        }
                    });
            browser.next();
            browser.click(By.cssSelector(".govuk-back-link"));
            shoot(browser, folder, "step-1", width);
            browser.next();
            shoot(browser, folder, "step-2-empty", width);
            browser.type("email", address);
            browser.type("password", "1 abc");
            shoot(browser, folder, "step-2", width);
            browser.next();
            shoot(browser, folder, "step-2-errors", width);
            browser.type("password", Registration.PASSWORD);
            browser.type("password-confirm", Registration.PASSWORD);
            browser.next();
            shoot(browser, folder, "step-3", width);
            browser.type("code", "12345678");
            browser.next();
            shoot(browser, folder, "step-3-error", width);
            browser.click(By.cssSelector(".govuk-back-link"));
            shoot(browser, folder, "change-address", width);
            browser.back();
            browser.type("code", portal.codeFor(address));
            browser.next();
            shoot(browser, folder, "application", width);
            browser.open(portal.authorization("&kc_action=UPDATE_PASSWORD"));
            shoot(browser, folder, "update-password", width);
            browser.open(portal.address() + "/realms/portal/login-actions/registration?tab_id=x");
            shoot(browser, folder, "error", width);
        }
    }

    private static void shoot(Chromium browser, Path folder, String name, int width)
            throws IOException {
        Map<String, Object> picture =
                browser.driver()
                        .executeCdpCommand(
                                "Page.captureScreenshot",
                                Map.of("format", "png", "captureBeyondViewport", true));
        Files.write(
                folder.resolve(name + "-" + width + ".png"),
                Base64.getDecoder().decode((String) picture.get("data")));
    }
}
