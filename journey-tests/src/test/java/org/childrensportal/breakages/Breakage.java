package org.childrensportal.breakages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to break the portal on purpose, kept as a patch. Its header says in a sentence what no
 * longer holds, and in a line {@code Test:} which test has to notice.
 *
 * @param name of the file, without its ending
 */
record Breakage(String name, String sentence, TestName test, UnifiedDiff diff) {

    /** Where they are kept, as seen from this module. */
    static final Path FOLDER = Path.of("breakages");

    private static final String ENDING = ".patch";
    private static final String TEST = "Test: ";

    /** All that are kept, by name. */
    static List<Breakage> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> patches =
                    files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
            return patches.stream().map(Breakage::read).toList();
        }
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if its header does not say what is broken and who notices
     */
    private static Breakage read(Path file) {
        String name = file.getFileName().toString().replace(ENDING, "");
        List<String> lines = linesOf(file);
        List<String> header = lines.stream().takeWhile(line -> !line.startsWith("--- ")).toList();
        String sentence =
                String.join(
                        " ", header.stream().takeWhile(line -> !line.startsWith(TEST)).toList());
        TestName test =
                header.stream()
                        .filter(line -> line.startsWith(TEST))
                        .findFirst()
                        .map(line -> TestName.of(line.substring(TEST.length()).strip()))
                        .orElseThrow(() -> new IllegalArgumentException(name + " names no test"));
        if (sentence.isBlank()) {
            throw new IllegalArgumentException(name + " does not say what it breaks");
        }
        return new Breakage(name, sentence.strip(), test, UnifiedDiff.of(lines));
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
