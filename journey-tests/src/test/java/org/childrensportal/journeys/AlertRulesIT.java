package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.checks.Promtool;
import org.childrensportal.checks.WatchingFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The alerts")
class AlertRulesIT {

    private static final List<String> TESTS = WatchingFiles.RULES_TESTS;
    private static final Path FOLDER = WatchingFiles.RULES.getParent();
    private static final Path RUNBOOKS = WatchingFiles.TOP.resolve("docs/runbooks");
    private static final Pattern ALERT = Pattern.compile("- alert: (Portal(\\w+))");
    private static final Pattern RUNBOOK = Pattern.compile("runbook: docs/runbooks/(\\S+)\\.md");
    private static final Pattern ERROR = Pattern.compile("portal_[a-z_]+[a-z]");
    private static final Pattern EXACT = Pattern.compile("error=\"([a-z_]+)\"");

    private final String rules = WatchingFiles.text(WatchingFiles.RULES);
    private final String tests =
            WatchingFiles.RULES_TESTS.stream()
                    .map(FOLDER::resolve)
                    .map(WatchingFiles::text)
                    .collect(Collectors.joining());

    static Stream<String> alerts() {
        return ALERT.matcher(WatchingFiles.text(WatchingFiles.RULES))
                .results()
                .map(alert -> alert.group(1));
    }

    @Test
    @DisplayName("are rules that Prometheus understands")
    void understood() {
        assertThat(Promtool.run(FOLDER, "check", "rules", "portal-rules.yml"))
                .satisfies(answer -> assertThat(answer.output()).contains("SUCCESS"))
                .extracting(Promtool.Answer::status)
                .isEqualTo(0);
    }

    @ParameterizedTest
    @FieldSource("TESTS")
    @DisplayName("fire on what they are to fire on, and on nothing else")
    void unitTests(String tests) {
        Promtool.Answer answer = Promtool.run(FOLDER, "test", "rules", tests);
        assertThat(answer.status()).as(answer.output()).isZero();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    @DisplayName("have a test in which they fire")
    void fires(String alert) {
        assertThat(tests).contains("{alertname=\"" + alert + "\"");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    @DisplayName("have a page that says what it means for people, what to look at and what to do")
    void runbook(String alert) throws IOException {
        String page = page(alert);
        String rule = rules.substring(rules.indexOf("- alert: " + alert + "\n"));
        assertThat(RUNBOOK.matcher(rule).results().findFirst().map(found -> found.group(1)))
                .contains(page);
        assertThat(Files.readString(RUNBOOKS.resolve(page + ".md")))
                .contains("`" + alert + "`")
                .contains("## What it means for people")
                .contains("## What to look at")
                .contains("## What to do");
    }

    @Test
    @DisplayName("have a line each in the docs, and no page is left of one that is gone")
    void documented() throws IOException {
        List<String> pages = alerts().map(AlertRulesIT::page).sorted().toList();
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(pages);
        }
        String docs = Files.readString(WatchingFiles.TOP.resolve("docs/watching.md"));
        assertThat(alerts())
                .allSatisfy(
                        alert ->
                                assertThat(docs)
                                        .contains(
                                                "| [`%s`](runbooks/%s.md) |"
                                                        .formatted(alert, page(alert))));
    }

    @Test
    @DisplayName("name errors of events that the docs name, each of which a test has")
    void errors() throws IOException {
        String docs = Files.readString(WatchingFiles.TOP.resolve("docs/email-code.md"));
        Set<String> named = new TreeSet<>();
        EXACT.matcher(rules).results().map(AlertRulesIT::first).forEach(named::add);
        assertThat(named).hasSizeGreaterThan(5).allMatch(docs::contains);
        Set<String> tried = new TreeSet<>();
        EXACT.matcher(tests).results().map(AlertRulesIT::first).forEach(tried::add);
        assertThat(tried).allMatch(docs::contains).containsAll(named);
        assertThat(alertingErrors(docs)).isNotEmpty().isSubsetOf(tried);
    }

    /** The errors of which the docs say that an alert watches them. */
    private static Set<String> alertingErrors(String docs) {
        Set<String> errors = new TreeSet<>();
        docs.lines()
                .filter(line -> line.startsWith("|") && line.contains("](runbooks/"))
                .map(line -> line.split("\\|", -1)[2])
                .forEach(
                        cell ->
                                ERROR.matcher(cell)
                                        .results()
                                        .forEach(error -> errors.add(error.group())));
        return errors;
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }

    /** The name of an alert's page: its words, without what all begin with. */
    private static String page(String alert) {
        return alert.replaceFirst("Portal", "")
                .replaceAll("(?<!^)(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
