package org.childrensportal.breakages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Changes of files as {@code git diff} writes them. A change applies where its lines are found, as
 * near as can be to where they were; no line may differ.
 */
final class UnifiedDiff {

    private static final Pattern FILE = Pattern.compile("^\\+\\+\\+ b/(\\S+)");
    private static final Pattern HUNK = Pattern.compile("^@@ -(\\d+)(?:,\\d+)? \\+\\d+.*@@.*");

    private final Map<String, List<Hunk>> hunks;

    private UnifiedDiff(Map<String, List<Hunk>> hunks) {
        this.hunks = hunks;
    }

    /** Some lines of a file and what they become. */
    private record Hunk(int line, List<String> before, List<String> after) {

        void add(String text) {
            String rest = text.isEmpty() ? "" : text.substring(1);
            if (!text.startsWith("+")) {
                before.add(rest);
            }
            if (!text.startsWith("-")) {
                after.add(rest);
            }
        }
    }

    /**
     * A text does not have the lines that a change is about.
     *
     * @see #applied
     */
    static final class DoesNotApply extends Exception {

        private static final long serialVersionUID = 1;

        private DoesNotApply(String path, Hunk hunk) {
            super("%s no longer has the lines of @@ -%d".formatted(path, hunk.line()));
        }
    }

    /** Reads the lines of a patch; what stands before the first file is not looked at. */
    static UnifiedDiff of(List<String> lines) {
        Map<String, List<Hunk>> hunks = new LinkedHashMap<>();
        List<Hunk> ofFile = new ArrayList<>();
        Hunk hunk = null;
        for (String line : lines) {
            Matcher file = FILE.matcher(line);
            Matcher head = HUNK.matcher(line);
            if (file.matches()) {
                ofFile = hunks.computeIfAbsent(file.group(1), path -> new ArrayList<>());
            } else if (head.matches()) {
                hunk =
                        new Hunk(
                                Integer.parseInt(head.group(1)),
                                new ArrayList<>(),
                                new ArrayList<>());
                ofFile.add(hunk);
            } else if (line.startsWith("--- ") || line.startsWith("diff ")) {
                hunk = null;
            } else if (hunk != null && !line.startsWith("\\")) {
                hunk.add(line);
            }
        }
        return new UnifiedDiff(hunks);
    }

    /** The files that are changed, by their paths in the project. */
    Set<String> paths() {
        return hunks.keySet();
    }

    /**
     * What becomes of one file.
     *
     * @throws DoesNotApply if the text has not the lines that are to be changed
     */
    String applied(String path, String text) throws DoesNotApply {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int shift = 0;
        for (Hunk hunk : hunks.get(path)) {
            int at = nearest(lines, hunk, hunk.line() - 1 + shift);
            if (at < 0 || hunk.before().equals(hunk.after())) {
                throw new DoesNotApply(path, hunk);
            }
            List<String> place = lines.subList(at, at + hunk.before().size());
            place.clear();
            place.addAll(hunk.after());
            shift = at - hunk.line() + 1 + hunk.after().size() - hunk.before().size();
        }
        return String.join("\n", lines);
    }

    private static int nearest(List<String> lines, Hunk hunk, int expected) {
        int size = hunk.before().size();
        return IntStream.rangeClosed(0, lines.size() - size)
                .filter(at -> lines.subList(at, at + size).equals(hunk.before()))
                .boxed()
                .min((one, other) -> Math.abs(one - expected) - Math.abs(other - expected))
                .orElse(-1);
    }
}
