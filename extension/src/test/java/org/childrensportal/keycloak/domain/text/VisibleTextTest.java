package org.childrensportal.keycloak.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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
        "'\tLee', 'Lee'",
        "'Anne\tMarie', 'Anne Marie'",
        "'Ann\u00A0', 'Ann'",
        "'\u00A0', ''",
        "'\u200B\u00AD', ''",
        "'\u200C\u200D', ''",
        "'\u2800', ''",
        "'\u3164', ''",
        "'\uFFA0 \u115F', ''",
        "'\uD834\uDD59', ''",
        "'\uFE0F', ''",
        "' \uDB40\uDD00', ''",
        "'\u2060\uFEFF', ''",
        "'\u0000', ''",
        "'\r\n', ''",
        "'\r\nAnn\u2028', 'Ann'",
        "'\u200BAnn\u200B', 'Ann'",
        "'Ann\u200D', 'Ann'",
        "'\u2068Ann\u2069 \u2068Lee\u2069', 'Ann Lee'",
        "'\u202DAnn Lee\u202C', 'Ann Lee'",
        "'An\u202En', 'Ann'",
        "'Smith\u00AD-\u00ADJones', 'Smith-Jones'",
        "'Mary\u200BAnn', 'MaryAnn'",
        "'Mary \u200B Ann', 'Mary Ann'",
        "'A\u200Dn\u200Cn', 'Ann'",
        "'\u0391\u200D\u03BD\u03BD\u03B1', '\u0391\u03BD\u03BD\u03B1'",
        "'Zoe\u0308', 'Zo\u00EB'",
        "'Zoe\u200B\u0308', 'Zo\u00EB'",
        "'Bjo\u0308rk Gu\u00F0mundsdo\u0301ttir', 'Bj\u00F6rk Gu\u00F0mundsd\u00F3ttir'",
        "'A\u030Angstr\u00F6m', '\u00C5ngstr\u00F6m'",
        "'\u212Bngstr\u00F6m', '\u00C5ngstr\u00F6m'",
        "'Nguye\u0302\u0303n', 'Nguy\u1EC5n'",
        "'\u0418\u0306', '\u0419'",
        "'\u1112\u1161\u11AB', '\uD55C'",
        "'Si\u0302n  \u2009 ap\u00A0Gwyn', 'S\u00EEn ap Gwyn'",
        "'O\u2019Brien', 'O\u2019Brien'",
        "'\u674E', '\u674E'",
        "'Nu\u00F1ez, Jr.', 'Nu\u00F1ez, Jr.'",
        "'\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645',"
                + " '\u0646\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645'",
        "'\u0639\u0644\u06CC\u200C \u0631\u0636\u0627', '\u0639\u0644\u06CC \u0631\u0636\u0627'",
        "'\u0DC1\u0DCA\u200D\u0DBB\u0DD3 \u0DBD\u0D82\u0D9A\u0DCF', '\u0DC1\u0DCA\u200D\u0DBB\u0DD3"
                + " \u0DBD\u0D82\u0D9A\u0DCF'",
        "'\u0915\u094D\u200D\u0937', '\u0915\u094D\u200D\u0937'",
        "'\u0D2E\u0D4B\u0D39\u0D28\u0D4D\u200D ', '\u0D2E\u0D4B\u0D39\u0D28\u0D4D\u200D'",
        "'\u8FBB\uDB40\uDD00\u3000\u845B\uDB40\uDD00', '\u8FBB\uDB40\uDD00 \u845B\uDB40\uDD00'",
        "'Lee\uDB40\uDD00', 'Lee'",
        "'\uD83D\uDC69\u200D\uD83D\uDCBB', '\uD83D\uDC69\u200D\uD83D\uDCBB'",
        "'\u2764\uFE0F ', '\u2764\uFE0F'",
        "'Mudiad"
            + " \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73\uDB40\uDC7F',"
            + " 'Mudiad"
            + " \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73\uDB40\uDC7F'",
        "'Ann\uDB40\uDC41\uDB40\uDC42', 'Ann'",
        "'one\ntwo', 'one\ntwo'",
        "'one \r\n two', 'one \r\n two'",
        "'one\u0000two', 'one\u0000two'"
    })
    @DisplayName("a line keeps what can be seen, with single spaces, and the joiners in its words")
    void line(String typed, String line) {
        assertThat(VisibleText.line(typed)).isEqualTo(line);
    }

    @Tag("many-tries")
    @Property(tries = 20_000)
    @Label("a line is a line, in NFC, with single spaces and something to be seen at its ends")
    void lines(@ForAll("typed") String typed) {
        String line = VisibleText.line(typed);
        assertThat(VisibleText.line(line)).isEqualTo(line);
        assertThat(Normalizer.isNormalized(line, Normalizer.Form.NFC)).isTrue();
        assertThat(line).doesNotContain("  ", "\u00A0", "\t", "\u200B", "\u202E", "\u2069");
        assertThat(line.isEmpty()).isEqualTo(VisibleText.isBlank(typed));
        assertThat(VisibleText.line(Normalizer.normalize(typed, Normalizer.Form.NFD)))
                .isEqualTo(line);
        if (!line.isEmpty()) {
            assertThat(VisibleText.isBlank(line.codePointAt(0))).isFalse();
        }
    }

    /** Letters of several scripts, marks, joiners, and everything that can't be seen. */
    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "A",
                                "e",
                                "o",
                                "\u00EB",
                                "\u212B",
                                "\u0308",
                                "\u0301",
                                "\u0327",
                                "\u0418",
                                "\u0306",
                                "\u03B9",
                                "\u1112",
                                "\u1161",
                                "\u11AB",
                                "\u0915",
                                "\u094D",
                                "\u0958",
                                "\u0D28",
                                "\u0D4D",
                                "\u06CC",
                                "\u8FBB",
                                "\u1820",
                                "\u2764",
                                "\uD83C\uDFF4",
                                "7",
                                "'",
                                "-"),
                        Arbitraries.of(
                                " ",
                                "\u00A0",
                                "\t",
                                "\u3000",
                                "\u2009",
                                "\u200B",
                                "\u200C",
                                "\u200D",
                                "\u00AD",
                                "\u2060",
                                "\uFEFF",
                                "\u200E",
                                "\u202E",
                                "\u2066",
                                "\u2069",
                                "\u034F",
                                "\u180B",
                                "\uFE0F",
                                "\uDB40\uDD00",
                                "\uDB40\uDC67",
                                "\u2800",
                                "\u3164"))
                .list()
                .ofMaxSize(12)
                .map(characters -> String.join("", characters));
    }

    @Tag("many-tries")
    @Property(tries = 5_000)
    @Label("what is a line stays as it is")
    boolean lineOfLine(@ForAll String text) {
        String line = VisibleText.line(text);
        return VisibleText.line(line).equals(line);
    }

    @Test
    @DisplayName(
            "one that takes long to normalise stays as it is, for the rule that it is too long")
    void longest() {
        String typed = "e" + "\u0301\u0323".repeat(VisibleText.LONGEST) + "\u00A0";
        assertThat(VisibleText.line(typed)).isSameAs(typed);
    }

    @Tag("many-tries")
    @Property(tries = 5_000)
    @Label("what was stripped once stays as it is")
    boolean idempotent(@ForAll String text) {
        String stripped = VisibleText.strip(text);
        return VisibleText.strip(stripped).equals(stripped);
    }
}
