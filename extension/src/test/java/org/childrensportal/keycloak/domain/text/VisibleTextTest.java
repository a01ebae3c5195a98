package org.childrensportal.keycloak.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Of a text")
class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', '\n', 0, 0x7F, 0x85, 0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1680, 0x17B4,
                0x180B, 0x180E, 0x2000, 0x200B, 0x200E, 0x202F, 0x2028, 0x2060, 0x2064, 0x2800,
                0x3000, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0x1D173, 0xE0001, 0xE0100
            })
    @DisplayName("nothing stays at the ends that cannot be seen")
    void ends(int blank) {
        String unseen = Character.toString(blank);
        assertThat(VisibleText.strip(unseen)).isEmpty();
        assertThat(VisibleText.strip(unseen + "Ann" + unseen + "Lee" + unseen))
                .startsWith("Ann")
                .endsWith("Lee");
    }

    @ParameterizedTest
    @CsvSource({
        "'  Mary \u00A0\u3000 Ann\t ', 'Mary Ann'",
        "'\u00A0', ''",
        "'\u200B\u00AD', ''",
        "'Zoe\u0308', 'Zo\u00EB'",
        "'\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645',"
                + " '\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645'"
    })
    @DisplayName("a line keeps what can be seen, with single spaces, and the joiners in its words")
    void line(String typed, String line) {
        assertThat(VisibleText.line(typed)).isEqualTo(line);
    }

    @Property(tries = 5_000)
    @Label("what is a line stays as it is")
    boolean lineOfLine(@ForAll String text) {
        String line = VisibleText.line(text);
        return VisibleText.line(line).equals(line);
    }

    @Property(tries = 5_000)
    @Label("what was stripped once stays as it is")
    boolean idempotent(@ForAll String text) {
        String stripped = VisibleText.strip(text);
        return VisibleText.strip(stripped).equals(stripped);
    }
}
