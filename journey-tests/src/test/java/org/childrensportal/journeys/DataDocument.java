package org.childrensportal.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code docs/data.md} says is stored about a person. */
final class DataDocument {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private final List<String> lines;

    DataDocument() {
        try {
            lines = Files.readAllLines(Path.of("../docs/data.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attributes of the user profile. */
    Set<String> attributes() {
        return new TreeSet<>(rows("## Answers of the person").keySet());
    }

    /** The columns of each table that holds something of a person. */
    Map<String, Set<String>> columns() {
        Map<String, Set<String>> columns = new TreeMap<>();
        tables().forEach((table, cells) -> columns.put(table, new TreeSet<>(names(cells[2]))));
        return columns;
    }

    /** The part of the file in which a table's rows are, empty where they are left out. */
    Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>();
        tables().forEach(
                        (table, cells) ->
                                parts.put(
                                        table,
                                        cells[5].strip().startsWith("`")
                                                ? names(cells[5]).get(0)
                                                : ""));
        return parts;
    }

    /** Tables that hold nothing of a person. */
    Set<String> empty() {
        return section("## Tables that hold nothing of a person here").stream()
                .map(line -> line.split("\\|"))
                .flatMap(cells -> names(cells[1]).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String[]> tables() {
        Map<String, String[]> tables = rows("## Tables of the portal");
        tables.putAll(rows("## Tables of Keycloak"));
        return tables;
    }

    private Map<String, String[]> rows(String heading) {
        Map<String, String[]> rows = new TreeMap<>();
        for (String line : section(heading)) {
            String[] cells = line.split("\\|");
            rows.put(names(cells[1]).get(0), cells);
        }
        return rows;
    }

    /** The rows of a section's table that begin with a name. */
    private List<String> section(String heading) {
        int start = lines.indexOf(heading) + 1;
        return lines.subList(start, lines.size()).stream()
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static List<String> names(String cell) {
        return Arrays.asList(
                NAME.matcher(cell)
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .toArray(String[]::new));
    }
}
