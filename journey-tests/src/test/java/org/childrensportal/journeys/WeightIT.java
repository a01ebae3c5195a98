package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** What pages weigh on the wire, as Chromium counts it, headers too; beside Keycloak's own page. */
@ExtendWith(Portal.Provider.class)
@DisplayName("Pages are light")
class WeightIT {

    private static final int KIB = 1024;
    private static final String STOCK =
            "/realms/master/protocol/openid-connect/auth?client_id=account-console&response_type=code"
                    + "&scope=openid&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                    + "&code_challenge_method=S256&redirect_uri=";

    private final Portal portal;
    private final String address = "weight-" + UUID.randomUUID() + "@example.com";

    WeightIT(Portal portal) {
        this.portal = portal;
    }

    private record Weight(int bytes, int requests) {}

    @Test
    @DisplayName("the first has at most 32 KiB in 4 requests, each later one at most 8 KiB")
    void weights() {
        Weight stock;
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(
                    portal.address()
                            + STOCK
                            + Browserless.encode(portal.address() + "/realms/master/account/"));
            assertThat(browser.count("#username")).isOne();
            stock = weigh(browser);
        }
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(portal.authorization(""));
            Weight first = weigh(browser);
            tell("sign-in", first);
            tell("sign-in of stock Keycloak", stock);
            assertThat(first.bytes()).isLessThanOrEqualTo(32 * KIB).isLessThan(stock.bytes());
            assertThat(first.requests()).isLessThanOrEqualTo(4);
            browser.click(By.linkText("Register for an account here"));
            later(browser, "step 1");
            browser.type("firstName", "Ann");
            browser.type("lastName", "Lee");
            browser.click(By.cssSelector("label[for=professional-no]"));
            browser.next();
            later(browser, "step 2");
            browser.type("email", address);
            browser.type("password", Registration.PASSWORD);
            browser.type("password-confirm", Registration.PASSWORD);
            browser.next();
            later(browser, "step 3");
        }
    }

    private static void later(Chromium browser, String page) {
        Weight weight = weigh(browser);
        tell(page, weight);
        assertThat(weight.bytes()).as(page).isLessThanOrEqualTo(8 * KIB);
    }

    private static void tell(String page, Weight weight) {
        System.out.printf(
                "%s: %.1f KiB in %d requests%n",
                page, (double) weight.bytes() / KIB, weight.requests());
    }

    private static Weight weigh(Chromium browser) {
        browser.awaitIdle();
        List<?> sizes =
                (List<?>)
                        browser.driver()
                                .executeScript(
                                        "return [...performance.getEntriesByType('navigation'),"
                                                + " ...performance.getEntriesByType('resource')]"
                                                + ".map(entry => entry.transferSize)"
                                                + ".filter(size => size > 0)");
        return new Weight(
                sizes.stream().mapToInt(size -> ((Number) size).intValue()).sum(), sizes.size());
    }
}
