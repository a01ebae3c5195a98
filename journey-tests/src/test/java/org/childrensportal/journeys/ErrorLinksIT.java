package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.childrensportal.people.Chromium;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

@ExtendWith(Portal.Provider.class)
@DisplayName("Each link of an error summary")
class ErrorLinksIT {

    private final Portal portal;

    ErrorLinksIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest(name = "at {0} px, script: {1}")
    @CsvSource({"360, ALLOWED", "1280, ALLOWED", "360, SWITCHED_OFF", "1280, SWITCHED_OFF"})
    @DisplayName("shows its field with label and message, and puts the focus into it")
    void showsLabel(int width, Chromium.Script script) {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> links = new LinkedHashMap<>();
        try (Chromium browser = Chromium.start(script)) {
            browser.viewport(width);
            browser.open(portal.authorization(""));
            browser.type("username", "nobody@example.com");
            browser.press("Sign in");
            links.put("sign-in", follow(browser, faults));

            browser.click(By.linkText("Forgotten your password?"));
            browser.type("username", "");
            browser.next();
            links.put("forgotten", follow(browser, faults));

            browser.open(portal.authorization("&prompt=create"));
            browser.click(By.cssSelector("label[for=professional]"));
            browser.next();
            links.put("step 1", follow(browser, faults));
            browser.open(portal.authorization("&prompt=create"));
            browser.next();
            links.put("step 1, empty", follow(browser, faults));

            browser.type("firstName", "Ann");
            browser.type("lastName", "Lee");
            browser.click(By.cssSelector("label[for=professional-no]"));
            browser.next();
            browser.type("password", "1 abc");
            browser.next();
            links.put("step 2", follow(browser, faults));
        }
        assertThat(faults).isEmpty();
        assertThat(links)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "sign-in", 1,
                                "forgotten", 1,
                                "step 1", 7,
                                "step 1, empty", 3,
                                "step 2", 6));
    }

    /** Follows every link of the page's summary; returns how many there are. */
    private static int follow(Chromium browser, List<String> faults) {
        List<WebElement> links =
                browser.driver().findElements(By.cssSelector(".govuk-error-summary a"));
        for (WebElement link : links) {
            String field = link.getDomAttribute("href");
            String of = browser.title() + ", " + link.getText() + ": ";
            link.click();
            if (!browser.hasFocus(field)) {
                faults.add(of + "no focus");
            }
            for (String part : List.of(title(browser, field), field + "-error", field)) {
                if (!browser.isInView(part)) {
                    faults.add(of + part + " is out of view");
                }
            }
        }
        return links.size();
    }

    /** What the field is called by: the question of which it is an answer, or else its label. */
    private static String title(Chromium browser, String field) {
        return browser.count(field + "[type=radio]") == 1
                ? "fieldset:has(" + field + ") legend"
                : "label[for=" + field.substring(1) + "]";
    }
}
