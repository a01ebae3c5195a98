package org.childrensportal.keycloak.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.events.Errors;

@DisplayName("Every event that the code writes")
class EveryEventTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final Path TESTS = Path.of("../journey-tests/src/test/java");

    private static final Pattern TYPE = Pattern.compile("\\.event\\(EventType\\.([A-Z_]+)\\)");
    private static final Pattern OURS = Pattern.compile("\"(portal_[a-z_]+)\"");
    private static final Pattern KEYCLOAKS = Pattern.compile("\\bErrors\\.([A-Z_]+)\\b");
    private static final Pattern REASON = Pattern.compile("REASON(?: =|,)\\s+\"([^\"]+)\"");
    private static final Pattern TEST = Pattern.compile("[A-Z]\\w*(?:IT|Test)");

    static Stream<Arguments> rows() throws IOException {
        return DocumentRows.shown("events.md").stream()
                .flatMap(
                        row ->
                                DocumentRows.code(row.get(1)).stream()
                                        .map(what -> Arguments.of(what, row.get(0), row.get(3))));
    }

    @Test
    @DisplayName("has its error or reason in docs/events.md, and no row has another")
    void written() throws IOException {
        String code = code();
        Set<String> written = new TreeSet<>(found(OURS, code));
        written.addAll(found(REASON, code));
        for (String constant : found(KEYCLOAKS, code)) {
            written.add(keycloaks(constant));
        }
        Set<String> rows =
                rows().map(row -> (String) row.get()[0])
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(written);
    }

    @Test
    @DisplayName("has its type there")
    void types() throws IOException {
        Set<String> rows = new TreeSet<>();
        for (List<String> row : DocumentRows.shown("events.md")) {
            DocumentRows.code(row.get(0)).stream()
                    .map(type -> type.replaceFirst("_ERROR$", ""))
                    .forEach(rows::add);
        }
        assertThat(rows).containsAll(found(TYPE, code()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    @DisplayName("is looked for by the test that the row names, or by what that is made of")
    void seen(String what, String type, String tests) throws IOException {
        String seen =
                found(TEST, tests, 0).stream()
                        .map(EveryEventTest::test)
                        .collect(Collectors.joining());
        assertThat(seen.contains(what)).as("%s of %s, by %s", what, type, tests).isTrue();
    }

    /** The test, and the classes beside it that it names. */
    private static String test(String name) {
        List<Path> all = files(TESTS);
        String source =
                all.stream()
                        .filter(file -> isNamed(file, name))
                        .map(EveryEventTest::text)
                        .collect(Collectors.joining());
        return source
                + all.stream()
                        .filter(file -> file.getParent().endsWith("journeys"))
                        .filter(
                                file ->
                                        source.contains(
                                                " "
                                                        + file.getFileName()
                                                                .toString()
                                                                .replace(".java", "")))
                        .map(EveryEventTest::text)
                        .collect(Collectors.joining());
    }

    private static boolean isNamed(Path file, String name) {
        return file.getFileName().toString().equals(name + ".java");
    }

    private static Set<String> found(Pattern pattern, String text) {
        return found(pattern, text, 1);
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(group))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String keycloaks(String constant) {
        try {
            return (String) Errors.class.getField(constant).get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All but what reads events. */
    private static String code() {
        return files(CODE).stream()
                .filter(file -> !file.getParent().endsWith("record"))
                .map(EveryEventTest::text)
                .collect(Collectors.joining());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
