package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("Every page that a person can meet")
class PagesIT {

    private static final int KIB = 1024;

    private static final Path TABLE = Path.of("target/pages.md");

    private final Portal portal;

    PagesIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest(name = "at {0} px, forced colours: {1}")
    @CsvSource({"320, none", "1280, none", "320, active"})
    @DisplayName(
            "has no fault that axe knows, fits its window, and asks for nothing that it may not")
    void accessible(int width, String forcedColours) throws IOException {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            // Chromium's window is never narrower than this: the page is.
            browser.viewport(width);
            browser.forceColours(forcedColours);
            Inspection inspection = new Inspection(browser);
            new Walk(portal, browser, inspection::at).all();
            Files.writeString(TABLE, table(inspection.findings()));
            assertThat(inspection.faults()).isEmpty();
            assertThat(inspection.findings()).hasSizeGreaterThan(50);
            assertThat(inspection.findings())
                    .allSatisfy(
                            finding ->
                                    assertThat(finding.undecided())
                                            .as(finding.page())
                                            .isSubsetOf(undecided(forcedColours)));
            weigh(inspection.findings());
        }
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

    /** What contrast forced colours have is the affair of whoever forces them. */
    private static Set<String> undecided(String forcedColours) {
        return forcedColours.equals("active") ? Set.of("color-contrast") : Set.of();
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
}
