package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("Every page that a person can meet")
class PagesIT {

    private final Portal portal;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> titles = new TreeMap<>();
    private final Map<String, List<String>> incomplete = new TreeMap<>();
    private int pages;

    PagesIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest(name = "at {0} px")
    @ValueSource(ints = {320, 1280})
    @DisplayName(
            "has no fault that axe knows, fits its window, and asks for nothing that it may not")
    void accessible(int width) {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            // Chromium's window is never narrower than this: the page is.
            browser.viewport(width);
            new Walk(portal, browser, page -> inspect(browser, page)).all();
        }
        System.out.printf("%d pages at %d px; axe cannot tell: %s%n", pages, width, incomplete);
        assertThat(faults).isEmpty();
        assertThat(pages).isGreaterThan(25);
    }

    @Test
    @DisplayName(
            "has a policy without inline scripts, is kept by nobody, and the consoles keep theirs")
    void headers() {
        Browserless browser = portal.browser();
        portal.signIn(browser);
        browser.get(portal.address() + "/");
        portal.signIn(browser).submit(Map.of("username", "a", "password", "b"));
        browser.get(portal.address() + "/realms/portal/nowhere");
        assertThat(browser.answers())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                                    .hasValueSatisfying(
                                            policy ->
                                                    assertThat(policy)
                                                            .startsWith("default-src 'none'; ")
                                                            .doesNotContain("unsafe"));
                            assertThat(answer.headers().firstValue("Cache-Control"))
                                    .hasValueSatisfying(
                                            kept -> assertThat(kept).contains("no-store"));
                            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                                    .hasValue("nosniff");
                            assertThat(answer.headers().firstValue("Referrer-Policy"))
                                    .hasValue("no-referrer");
                            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                                    .isPresent();
                        });
        Browserless other = portal.browser();
        other.get(portal.address() + "/realms/portal/account/");
        other.get(
                portal.address()
                        + "/realms/portal/protocol/openid-connect/login-status-iframe.html");
        assertThat(other.answers())
                .filteredOn(answer -> answer.statusCode() == 200)
                .noneMatch(
                        answer ->
                                answer.headers()
                                        .firstValue("Content-Security-Policy")
                                        .orElse("")
                                        .contains("default-src"));
    }

    private void inspect(Chromium browser, String page) {
        pages++;
        Results results = Axe.results(browser);
        Axe.violations(results).forEach(violation -> faults.add(page + ": " + violation));
        results.getIncomplete()
                .forEach(
                        rule ->
                                incomplete
                                        .computeIfAbsent(rule.getId(), id -> new ArrayList<>())
                                        .add(page));
        browser.console().forEach(line -> faults.add(page + ": " + line));
        if (browser.overflow() > 0) {
            faults.add(page + ": " + browser.overflow() + " px wider than the window");
        }
        if (browser.count("h1") != 1 || browser.count("main") != 1) {
            faults.add(page + ": " + browser.count("h1") + " h1");
        }
        String name = page.replaceFirst("/.*", "");
        String other = titles.put(browser.title(), name);
        if (other != null && !other.equals(name)) {
            faults.add(page + ": has the title of " + other + ", " + browser.title());
        }
    }
}
