package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.checks.Inspection;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/**
 * What pages cost somebody who comes to them first, beside those of a realm of the same server that
 * has Keycloak's own theme and registration. What the other pages weigh: {@link PagesIT}.
 */
@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Pages are light")
class WeightIT {

    private static final int KIB = 1024;

    /** What people wait for without losing the thread, in milliseconds. */
    private static final double PATIENCE = 2000;

    private static final String STOCK = "stock";

    /** What leads from the sign-in page to each of the pages compared; nothing to itself. */
    private static final Map<String, List<String>> PAGES =
            Map.of(
                    "sign-in", List.of(),
                    "register", List.of("a[href*=registration]"),
                    "forgotten", List.of("a[href*=reset-credentials]"));

    private final Portal portal;

    WeightIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeAll
    void stock() {
        portal.admin()
                .importRealm(
                        """
                        {"realm": "%s", "enabled": true, "registrationAllowed": true,
                         "resetPasswordAllowed": true}
                        """
                                .formatted(STOCK));
    }

    @Test
    @DisplayName("and weigh less than Keycloak's own, in fewer requests, with fewer faults")
    void weights() {
        PAGES.forEach(
                (page, way) -> {
                    Inspection.Finding ours = find(portal.authorization(""), page, way);
                    Inspection.Finding stocks = find(stockAuthorization(), page, way);
                    System.out.printf(
                            "| %s | %d | %.1f | %d | %d | %.1f | %d |%n",
                            page,
                            ours.violations().size(),
                            ours.weight().kibibytes(),
                            ours.weight().requests(),
                            stocks.violations().size(),
                            stocks.weight().kibibytes(),
                            stocks.weight().requests());
                    assertThat(ours.weight().bytes())
                            .isLessThanOrEqualTo(32 * KIB)
                            .isLessThan(stocks.weight().bytes());
                    assertThat(ours.weight().requests())
                            .isLessThanOrEqualTo(4)
                            .isLessThan(stocks.weight().requests());
                });
    }

    @Test
    @DisplayName("and so is somebody's account, beside Keycloak's console")
    void account() {
        String address = "weight-" + UUID.randomUUID() + "@example.com";
        AdminConsole admin = portal.admin();
        admin.people()
                .setEmailVerified(admin.people().createUser(address, Registration.PASSWORD), true);
        Inspection.Finding ours = account(address, "Your account");
        Inspection.Finding console;
        admin.realm().configureRealm("{\"accountTheme\": \"keycloak.v3\"}");
        try {
            console = account(address, "Personal info");
        } finally {
            admin.realm().configureRealm("{\"accountTheme\": \"childrens-portal\"}");
        }
        for (Inspection.Finding found : List.of(ours, console)) {
            System.out.printf(
                    "| account | %d | %.1f | %d |%n",
                    found.violations().size(),
                    found.weight().kibibytes(),
                    found.weight().requests());
        }
        assertThat(ours.violations()).isEmpty();
        assertThat(ours.weight().bytes()).isLessThanOrEqualTo(32 * KIB);
        assertThat(ours.weight().requests())
                .isLessThanOrEqualTo(4)
                .isLessThan(console.weight().requests());
    }

    private Inspection.Finding account(String address, String text) {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(portal.address() + "/realms/portal/account/");
            // Keycloak's console leads there by a script.
            browser.awaitText("Existing users");
            browser.type("username", address);
            browser.type("password", Registration.PASSWORD);
            browser.press("Sign in");
            browser.awaitText(text);
            browser.console();
            browser.forgetCache();
            browser.reload();
            browser.awaitText(text);
            Inspection inspection = new Inspection(browser);
            inspection.at("account");
            browser.console();
            return inspection.findings().get(0);
        }
    }

    @Test
    @DisplayName("and come within two seconds on slow 3G, even if each request waits for the last")
    void slow() {
        double ours = atMostMillis(find(portal.authorization(""), "sign-in", List.of()).weight());
        double stocks = atMostMillis(find(stockAuthorization(), "sign-in", List.of()).weight());
        System.out.printf("Sign-in on slow 3G: at most %.0f ms, stock %.0f ms%n", ours, stocks);
        assertThat(ours).isLessThan(PATIENCE).isLessThan(stocks);
    }

    /** Reckoned, since a busy machine measures itself; SlowNetworkBenchmark measures. */
    private static double atMostMillis(Inspection.Weight weight) {
        return weight.requests() * (double) Chromium.SLOW_LATENCY
                + weight.bytes() * 1000.0 / Chromium.SLOW_BYTES;
    }

    @Test
    @DisplayName("and browsers keep what is named by its content")
    void kept() {
        Page page = portal.signIn();
        Page styles =
                page.browser()
                        .get(page.document().select("link[rel=stylesheet]").first().absUrl("href"));
        assertThat(styles.address().getPath()).containsPattern("/[0-9a-f]{16}/css/portal\\.css");
        assertThat(page.browser().answers().get(page.browser().answers().size() - 1).headers())
                .satisfies(
                        headers ->
                                assertThat(headers.firstValue("Cache-Control").orElse(""))
                                        .contains("max-age=2592000"));
    }

    /** The page as a browser finds it that has been nowhere before. */
    private static Inspection.Finding find(String start, String page, List<String> way) {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(start);
            way.forEach(link -> browser.click(By.cssSelector(link)));
            browser.console();
            browser.forgetCache();
            browser.driver().navigate().refresh();
            Inspection inspection = new Inspection(browser);
            inspection.at(page);
            return inspection.findings().get(0);
        }
    }

    private String stockAuthorization() {
        String realm = portal.address() + "/realms/" + STOCK;
        return realm
                + "/protocol/openid-connect/auth?client_id=account-console&response_type=code"
                + "&scope=openid&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&code_challenge_method=S256&redirect_uri="
                + Browserless.encode(realm + "/account/");
    }

    @AfterAll
    void withoutStock() {
        portal.admin().removeRealm(STOCK);
    }
}
