package org.childrensportal.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The rules and the dashboard by which the portal is watched. */
public final class WatchingFiles {

    /** The top folder of the project. */
    public static final Path TOP = Path.of("..").toAbsolutePath().normalize();

    /** The rules for Prometheus. */
    public static final Path RULES = TOP.resolve("watching/prometheus/portal-rules.yml");

    /** The tests of these, in the same folder. */
    public static final List<String> RULES_TESTS =
            List.of("portal-rules-test.yml", "portal-rules-days-test.yml");

    /** The dashboard for Grafana. */
    public static final Path DASHBOARD = TOP.resolve("watching/grafana/portal-dashboard.json");

    private static final Pattern METRIC =
            Pattern.compile("\\b(?:keycloak|portal|process)_[a-z0-9_]+(?=[\\[{ )])");
    private static final Pattern BUCKET = Pattern.compile("le=\"([^\"]+)\"");

    private WatchingFiles() {}

    /** The text of one of them. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of servers' metrics in queries; what rules record has a colon in its name. */
    public static Set<String> metrics(String queries) {
        Set<String> names = new TreeSet<>();
        METRIC.matcher(queries + " ").results().forEach(match -> names.add(match.group()));
        return names;
    }

    /** The bounds of buckets in queries, as a server has to write them. */
    public static Set<String> buckets(String queries) {
        Set<String> bounds = new TreeSet<>();
        BUCKET.matcher(queries).results().forEach(match -> bounds.add(match.group(1)));
        return bounds;
    }

    /** Every query of the dashboard. */
    public static List<String> queriesOfDashboard() {
        try {
            JsonNode dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
            List<String> queries = new ArrayList<>();
            dashboard
                    .path("panels")
                    .forEach(
                            panel ->
                                    panel.path("targets")
                                            .forEach(
                                                    target ->
                                                            queries.add(
                                                                    target.path("expr").asText())));
            return queries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
