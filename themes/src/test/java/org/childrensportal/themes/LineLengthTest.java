package org.childrensportal.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of every module: the formatter leaves long strings and has no rule for templates. */
@DisplayName("A line")
class LineLengthTest {

    private static final Path TOP = Path.of("..");

    @ParameterizedTest(name = "of a file *{0} has at most {1} characters")
    @CsvSource({".java, 120", ".ftl, 140", ".scss, 140", ".js, 140"})
    @DisplayName("is short enough to be read")
    void readable(String ending, int most) throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources(ending)) {
            List<String> lines = Files.readAllLines(file);
            for (int number = 1; number <= lines.size(); number++) {
                if (lines.get(number - 1).length() > most) {
                    tooLong.add(file + ":" + number);
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private static List<Path> sources(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> modules = Files.list(TOP)) {
            for (Path module : modules.map(folder -> folder.resolve("src")).toList()) {
                if (Files.isDirectory(module)) {
                    try (Stream<Path> files = Files.walk(module)) {
                        files.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
                    }
                }
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }
}
