package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.childrensportal.checks.Promtool;
import org.childrensportal.checks.WatchingFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The dashboard")
class DashboardIT {

    private static final Pattern RECORDED = Pattern.compile("portal:[a-z0-9_:]+");

    private final List<String> queries = WatchingFiles.queriesOfDashboard();

    @Test
    @DisplayName("has queries that Prometheus understands")
    void queries(@TempDir Path folder) throws IOException {
        assertThat(queries).hasSizeGreaterThan(6).doesNotContain("");
        String rules =
                IntStream.range(0, queries.size())
                        .mapToObj(
                                number ->
                                        "  - record: query%d\n    expr: |-\n      %s\n"
                                                .formatted(number, variables(number)))
                        .collect(
                                Collectors.joining("", "groups:\n- name: queries\n  rules:\n", ""));
        Files.writeString(folder.resolve("queries.yml"), rules);
        Promtool.Answer answer = Promtool.run(folder, "check", "rules", "queries.yml");
        assertThat(answer.status()).as(answer.output()).isZero();
    }

    /** A query with values in the place of Grafana's variables. */
    private String variables(int number) {
        return queries.get(number).replace("$__rate_interval", "5m").replace("$realm", "portal");
    }

    @Test
    @DisplayName("shows what rules record that are there")
    void recorded() {
        String rules = WatchingFiles.text(WatchingFiles.RULES);
        assertThat(queries.stream().flatMap(query -> RECORDED.matcher(query).results()))
                .allSatisfy(name -> assertThat(rules).contains("- record: " + name.group() + "\n"));
    }

    @Test
    @DisplayName("names nobody: no label but the realm and what kind of event it is")
    void labels() {
        Pattern by = Pattern.compile("by \\(([^)]*)\\)");
        assertThat(queries.stream().flatMap(query -> by.matcher(query).results()))
                .allSatisfy(
                        labels ->
                                assertThat(List.of(labels.group(1).split(", ")))
                                        .isSubsetOf("realm", "event", "error", "le", "instance"));
    }
}
