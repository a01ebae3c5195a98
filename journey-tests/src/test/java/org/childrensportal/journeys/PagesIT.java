package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.childrensportal.checks.Inspection;
import org.childrensportal.checks.Walk;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Page;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Every page that a person can meet")
class PagesIT {

    private static final int KIB = 1024;

    private static final Path TABLE = Path.of("target/pages.md");

    private final Portal portal;

    PagesIT(Portal portal) {
        this.portal = portal;
    }

    /** How a page is looked at: on a phone or at a desk, in its own colours or in a person's. */
    private enum Look {
        // The first is the one that people are in as they go on: what is narrow hides most.
        PHONE(320, "none"),
        PHONE_IN_FORCED_COLOURS(320, "active"),
        DESKTOP(1280, "none");

        private final int width;
        private final String forcedColours;

        Look(int width, String forcedColours) {
            this.width = width;
            this.forcedColours = forcedColours;
        }

        void in(Chromium browser) {
            // Chromium's window is never narrower than this: the page is.
            browser.viewport(width);
            browser.forceColours(forcedColours);
        }

        /** What contrast forced colours have is the affair of whoever forces them. */
        Set<String> undecided() {
            return this == PHONE_IN_FORCED_COLOURS ? Set.of("color-contrast") : Set.of();
        }
    }

    /** Each page is come to once, and looked at in every way. */
    @Test
    @DisplayName(
            "has no fault that axe knows, fits its window, and asks for nothing that it may not")
    void accessible() throws IOException {
        Map<Look, Inspection> inspections = new EnumMap<>(Look.class);
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            for (Look look : Look.values()) {
                inspections.put(look, new Inspection(browser));
            }
            Look.PHONE.in(browser);
            new Walk(portal, browser, page -> lookAt(page, browser, inspections)).all();
        }
        Files.writeString(TABLE, table(inspections.get(Look.PHONE).findings()));
        inspections.forEach(PagesIT::assertFaultless);
    }

    private static void lookAt(String page, Chromium browser, Map<Look, Inspection> inspections) {
        inspections.forEach(
                (look, inspection) -> {
                    look.in(browser);
                    inspection.at(page);
                });
        Look.PHONE.in(browser);
    }

    private static void assertFaultless(Look look, Inspection inspection) {
        assertThat(inspection.faults()).as("%s", look).isEmpty();
        assertThat(inspection.findings()).hasSizeGreaterThan(50);
        assertThat(inspection.findings())
                .allSatisfy(
                        finding ->
                                assertThat(finding.undecided())
                                        .as("%s, %s", finding.page(), look)
                                        .isSubsetOf(look.undecided()));
        weigh(inspection.findings());
    }

    @Test
    @DisplayName("that carries a form on to another service (SAML) does so under the same policy")
    void carriedOn() {
        Page page =
                portal.browser()
                        .get(portal.address() + "/realms/portal/test-pages/page/saml-post-form");
        assertThat(page.document().select("form[data-send]").attr("action"))
                .isEqualTo("https://council.example/saml");
        assertThat(page.document().select("script:not([src])")).isEmpty();
        assertThat(
                        page.browser()
                                .answers()
                                .get(0)
                                .headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                .startsWith("default-src 'none'; ");
    }

    /** The first page is loaded into an empty cache, the others by somebody who goes on. */
    private static void weigh(List<Inspection.Finding> findings) {
        Inspection.Weight first = findings.get(0).weight();
        assertThat(first.bytes()).isLessThanOrEqualTo(32 * KIB);
        assertThat(first.requests()).isLessThanOrEqualTo(4);
        assertThat(findings.subList(1, findings.size()))
                .filteredOn(finding -> finding.weight().bytes() > 8 * KIB)
                .isEmpty();
    }

    private static String table(List<Inspection.Finding> findings) {
        return findings.stream()
                .map(
                        finding ->
                                "| %s | %d | %.1f | %d |%n"
                                        .formatted(
                                                finding.page(),
                                                finding.violations().size(),
                                                finding.weight().kibibytes(),
                                                finding.weight().requests()))
                .collect(
                        Collectors.joining(
                                "",
                                "| page | violations | KiB | requests |%n|---|---|---|---|%n"
                                        .formatted(),
                                ""));
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
        other.get(portal.address() + "/realms/master/account/");
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
}
