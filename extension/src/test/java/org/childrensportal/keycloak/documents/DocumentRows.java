package org.childrensportal.keycloak.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of a page of the documentation. */
final class DocumentRows {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private DocumentRows() {}

    /** The rows of the tables whose last column is <i>shown by</i>, as cells. */
    static List<List<String>> shown(String page) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        boolean inTable = false;
        for (String line : Files.readAllLines(Path.of("../docs", page))) {
            if (line.startsWith("|") && line.endsWith("| shown by |")) {
                inTable = true;
            } else if (!line.startsWith("|")) {
                inTable = false;
            } else if (inTable && !line.startsWith("| ---")) {
                rows.add(cells(line));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        String[] cells = line.replaceAll("^\\||\\|$", "").split("\\|", -1);
        return Stream.of(cells).map(String::strip).toList();
    }

    /** What stands between backticks in a cell. */
    static List<String> code(String cell) {
        return CODE.matcher(cell).results().map((MatchResult found) -> found.group(1)).toList();
    }
}
