package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.childrensportal.people.Await;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

@ExtendWith(Portal.Provider.class)
@DisplayName("A form that is sent again")
class SentAgainIT {

    /** Longer than a test waits: a request that is stopped before it leaves. */

    /** Counts what the page lets go out, and stops it as the browser's Stop does. */
    private static final String STOP_AND_COUNT =
            """
            window.sends = 0;
            window.stopped = true;
            addEventListener('submit', event => {
              if (event.defaultPrevented) return;
              window.sends++;
              if (window.stopped) event.preventDefault();
            });
            """;

    private static final By FIRST_PAGE = By.cssSelector("form:has(#firstName) button[type=submit]");
    private static final By NEXT = By.cssSelector("main button[type=submit]");

    private final Portal portal;
    private final String address = "again-" + UUID.randomUUID() + "@example.com";

    SentAgainIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("after Stop goes out, and a double click sends once")
    void stopped() {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(portal.authorization("&prompt=create"));
            browser.type("firstName", "Ann");
            browser.type("lastName", "Lee");
            browser.click(By.cssSelector("label[for=professional-no]"));
            WebElement next = browser.driver().findElement(NEXT);
            browser.driver().executeScript(STOP_AND_COUNT);

            new Actions(browser.driver()).doubleClick(next).perform();
            assertThat(sends(browser)).isEqualTo(1);
            Await.until(
                    "the form is sent again",
                    () -> {
                        new Actions(browser.driver()).click(next).perform();
                        return sends(browser) > 1;
                    });
            assertThat(sends(browser)).isEqualTo(2);

            browser.driver().executeScript("window.stopped = false");
            Await.until(
                    "the form leads on",
                    () -> {
                        browser.driver()
                                .findElements(FIRST_PAGE)
                                .forEach(
                                        button ->
                                                new Actions(browser.driver())
                                                        .click(button)
                                                        .perform());
                        return browser.count("#password") == 1;
                    });
        }
    }

    /** How many times the browser began to send the form. */
    private static long sends(Chromium browser) {
        return (Long) browser.driver().executeScript("return window.sends");
    }

    @Test
    @DisplayName("before step 2 was ever shown makes one account")
    void unseenSecondPage() {
        Page first = Registration.detailsPage(portal);
        String form = first.document().select("main form").first().absUrl("action");
        String second = first.browser().postOnly(form, Registration.PUBLIC).toString();
        List<Callable<Page>> deeds =
                Collections.nCopies(
                        4, () -> first.browser().post(second, Registration.account(address)));
        Crowd.atOnce(deeds);
        assertThat(portal.admin().people().pendingIds(address)).hasSize(1);
    }

    @RepeatedTest(5)
    @DisplayName("before the first answer makes one account and mails one code")
    void secondPage() {
        Page page = Registration.accountPage(portal);
        List<Callable<Page>> deeds = new ArrayList<>();
        for (int send = 0; send < 4; send++) {
            deeds.add(() -> page.submit(Registration.account(address)));
        }
        List<Page> answers = Crowd.atOnce(deeds);
        assertThat(answers)
                .hasSize(4)
                .allSatisfy(answer -> assertThat(answer.heading()).isEqualTo("Confirm your email"));
        assertThat(portal.admin().people().pendingIds(address)).hasSize(1);
        assertThat(portal.mail().countFor(address)).isEqualTo(1);
        Page code =
                answers.stream()
                        .filter(answer -> answer.document().select("#code").size() == 1)
                        .findFirst()
                        .orElseThrow();
        Page signedIn = code.submit(Map.of("code", portal.codeFor(address)));
        assertThat(portal.signedIn(signedIn).claims().getStringClaim("email")).isEqualTo(address);
    }
}
