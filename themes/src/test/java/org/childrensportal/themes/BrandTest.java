package org.childrensportal.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The theme")
class BrandTest {

    private static final Path THEME = Path.of("target/classes/theme");

    /** What only services on gov.uk may use: typeface, logotype, colours (blue, green, yellow). */
    private static final List<String> OF_GOV_UK =
            List.of("gds transport", "crown", "govuk-logotype", "#1d70b8", "#00703c", "#ffdd00");

    private static final List<String> INLINE =
            List.of("<script>", " onclick=", " onsubmit=", " onload=", "javascript:");

    @Test
    @DisplayName("has nothing of GOV.UK's brand")
    void brand() throws IOException {
        for (Path file : files()) {
            assertThat(text(file).toLowerCase(Locale.ROOT))
                    .as(file.toString())
                    .doesNotContain(OF_GOV_UK);
        }
    }

    @Test
    @DisplayName("has no script, style or handler in its pages")
    void inline() throws IOException {
        for (Path file : files()) {
            if (file.toString().endsWith(".ftl") && !file.toString().contains("email")) {
                assertThat(text(file))
                        .as(file.toString())
                        .doesNotContain(INLINE)
                        .doesNotContain(" style=");
            }
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(THEME)) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).hasSizeGreaterThan(20);
            return found;
        }
    }
}
