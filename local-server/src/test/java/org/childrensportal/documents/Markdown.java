package org.childrensportal.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document in Markdown.
 *
 * @param file where it is
 * @param text what is in it
 */
record Markdown(Path file, String text) {

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```[^\n]*\n(.*?)^ *```$");
    private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
    private static final Pattern CELL = Pattern.compile("^\\| *| *\\| *");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");

    static Markdown read(Path file) {
        try {
            return new Markdown(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every document under {@code root} that is kept, not built. */
    static List<Markdown> under(Path root) throws IOException {
        return KeptFiles.under(root).stream()
                .filter(file -> file.toString().endsWith(".md"))
                .map(Markdown::read)
                .toList();
    }

    /** Where its links and pictures lead, as written, but for those to other sites. */
    List<String> links() {
        return groups(LINK, SPAN.matcher(prose()).replaceAll(""))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .toList();
    }

    /** What is wrong with a link of this document, if anything. */
    Optional<String> fault(String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (!Files.exists(target)) {
            return Optional.of("there is no " + target);
        }
        if (hash < 0 || read(target).anchors().contains(link.substring(hash + 1))) {
            return Optional.empty();
        }
        return Optional.of(target + " has no heading " + link.substring(hash));
    }

    /** The anchors of its headings, as GitHub names them. */
    List<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        List<String> anchors = new ArrayList<>();
        groups(HEADING, prose())
                .map(Markdown::anchor)
                .forEach(
                        anchor -> {
                            int before = seen.merge(anchor, 1, Integer::sum) - 1;
                            anchors.add(before == 0 ? anchor : anchor + "-" + before);
                        });
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                .replace(' ', '-');
    }

    /** Its code: each span within a line, and each line of a block. */
    List<String> code() {
        return Stream.concat(
                        groups(FENCED, text).flatMap(String::lines).map(String::strip),
                        groups(SPAN, prose()))
                .toList();
    }

    /** Its lines, but for code, tables and pictures. */
    Stream<String> lines() {
        return prose().lines().filter(line -> !line.matches("\\s*(\\||!\\[).*"));
    }

    /** The cells under {@code heading}, of each table that has such a column. */
    List<String> column(String heading) {
        List<String> cells = new ArrayList<>();
        int column = -1;
        boolean inTable = false;
        for (String line : prose().lines().toList()) {
            List<String> row = List.of(CELL.split(line.strip()));
            boolean isRow = line.startsWith("|");
            if (isRow && !inTable) {
                column = row.indexOf(heading);
            } else if (isRow && column >= 0 && column < row.size() && !isRule(row)) {
                cells.add(row.get(column));
            }
            inTable = isRow;
        }
        return cells;
    }

    private static boolean isRule(List<String> row) {
        return row.stream().allMatch(cell -> cell.matches("[-: ]*"));
    }

    private String prose() {
        return FENCED.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("");
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
