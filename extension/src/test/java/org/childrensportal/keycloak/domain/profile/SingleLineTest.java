package org.childrensportal.keycloak.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.childrensportal.keycloak.domain.profile.SingleLine.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A short answer on one line")
class SingleLineTest {

    private static final SingleLine FIVE = new SingleLine(5);

    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "Ann, NONE",
        "Annie, NONE",
        "Annabel, TOO_LONG",
        "Anniee, TOO_LONG",
        "Si\u00F4n\u0301, NONE",
        "'\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00', NONE",
        "'\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00', TOO_LONG",
        "'a b', NONE",
        "'a\u00A0b', NONE",
        "'a\u200Bb', NONE"
    })
    @DisplayName("has at most so many characters, an emoji being one of them")
    void length(String text, Fault fault) {
        assertThat(FIVE.check(text)).isEqualTo(fault);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, '\t', '\n', '\r', 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0xD800, 0xDFFF})
    @DisplayName("has no control, line break or half of a character, wherever it stands")
    void unprintable(int character) {
        String unprintable = Character.toString(character);
        for (String text : new String[] {"%s", "%sAnn", "An%sn", "Ann%s", "Annabel%s"}) {
            assertThat(FIVE.check(text.formatted(unprintable)))
                    .as(text)
                    .isEqualTo(Fault.CONTROL_CHARACTER);
        }
    }

    @Property
    @Label("is too long exactly if it has more characters than it may have")
    void rule(@ForAll("printable") String text) {
        int length = (int) text.codePoints().count();
        assertThat(new SingleLine(length).check(text)).isEqualTo(Fault.NONE);
        assertThat(new SingleLine(length + 1).check(text)).isEqualTo(Fault.NONE);
        assertThat(new SingleLine(length - 1).check(text)).isEqualTo(Fault.TOO_LONG);
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.of("a", "\u0175", "\u0301", " ", "7", "'", "\u674E", "\uD83D\uDE00")
                .list()
                .ofMaxSize(20)
                .map(characters -> String.join("", characters));
    }
}
