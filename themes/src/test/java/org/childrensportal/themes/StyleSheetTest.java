package org.childrensportal.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The style sheet's source")
class StyleSheetTest {

    private static final Path SOURCES = Path.of("src/main/sass");

    /** What may stand in a line: a comment, or one selector, declaration or end of a block. */
    private static final Pattern LINE =
            Pattern.compile(
                    "\\s*(//.*|[^;{}]*(\\{[^;{}]*}[^;{}]*)*;|[^;{}]*\\{|}|[^;{}]*[,(]|\".*|\\);)?");

    @Test
    @DisplayName("has one rule a line")
    void oneRule() throws IOException {
        List<String> crowded = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !LINE.matcher(line).matches())
                        .map(line -> file.getFileName() + ": " + line)
                        .forEach(crowded::add);
            }
        }
        assertThat(crowded).isEmpty();
    }

    @Test
    @DisplayName("is found wanting when two rules share a line")
    void crowded() {
        assertThat(LINE.matcher("  color: red; margin: 0;").matches()).isFalse();
        assertThat(LINE.matcher(".portal { color: red; }").matches()).isFalse();
        assertThat(LINE.matcher("  --portal-brand: #{$brand};").matches()).isTrue();
    }
}
