package org.childrensportal.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A table of a page of the documentation, as tests read it. */
public final class DocumentTable {

    private DocumentTable() {}

    /**
     * The rows of the first table below a heading, each with its cells by the names of their
     * columns.
     *
     * @param heading without its number signs
     * @throws AssertionError if there is no such heading, or no table below it
     */
    public static List<Map<String, String>> under(Path page, String heading) {
        List<List<String>> lines =
                lines(page)
                        .dropWhile(line -> !line.matches("#+ " + heading))
                        .skip(1)
                        .takeWhile(line -> !line.startsWith("#"))
                        .dropWhile(line -> !line.startsWith("|"))
                        .takeWhile(line -> line.startsWith("|"))
                        .map(DocumentTable::cells)
                        .toList();
        if (lines.size() < 3) {
            throw new AssertionError("no table below \"%s\" in %s".formatted(heading, page));
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> cells : lines.subList(2, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < cells.size(); column++) {
                row.put(lines.get(0).get(column), cells.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Stream<String> lines(Path page) {
        try {
            return Files.readAllLines(page).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        String[] cells = line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1);
        return Stream.of(cells).map(String::strip).toList();
    }

    /** What stands in a cell between backticks, or all of it if nothing does. */
    public static String code(String cell) {
        return cell.replaceFirst("^[^`]*`([^`]*)`.*$", "$1");
    }
}
