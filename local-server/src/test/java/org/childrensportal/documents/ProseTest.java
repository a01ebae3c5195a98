package org.childrensportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The prose of the documents")
class ProseTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** It is kept as it was published. */
    private static final Path GUIDE = ROOT.resolve("docs/user-guide.md");

    private static final int LONGEST = 140;

    /** What may have full stops of its own. */
    private static final Pattern ASIDE = Pattern.compile("`[^`]*`|\\[[^]]*]\\([^)]*\\)");

    private static final Pattern TWO_SENTENCES = Pattern.compile("[a-z)*\"][.?!][\"*)]? [A-Z]");

    @Test
    @DisplayName("has one sentence a line, and no line of more than 140 characters")
    void lines() throws IOException {
        List<String> faults =
                Markdown.under(ROOT).stream()
                        .filter(document -> !document.file().equals(GUIDE))
                        .flatMap(
                                document ->
                                        document.lines()
                                                .filter(line -> !isOneSentence(line))
                                                .map(line -> document.file() + ": " + line))
                        .toList();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One sentence. | true",
                "One sentence. Another one. | false",
                "- One in a list. Another one. | false",
                "One of [a link. Which](is.md) one. | true",
                "`code. Code` | true"
            })
    @DisplayName("that has two sentences in a line is told")
    void sentences(String line, boolean one) {
        assertThat(isOneSentence(line)).isEqualTo(one);
    }

    @Test
    @DisplayName("that has a longer line is told")
    void longLine() {
        assertThat(isOneSentence("x".repeat(LONGEST))).isTrue();
        assertThat(isOneSentence("x".repeat(LONGEST + 1))).isFalse();
    }

    private static boolean isOneSentence(String line) {
        return line.length() <= LONGEST
                && !TWO_SENTENCES.matcher(ASIDE.matcher(line).replaceAll("x")).find();
    }
}
