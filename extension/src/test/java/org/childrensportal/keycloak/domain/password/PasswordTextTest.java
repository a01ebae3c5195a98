package org.childrensportal.keycloak.domain.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A password's text")
class PasswordTextTest {

    @ParameterizedTest
    @CsvSource({
        // Letters that keyboards compose and names of files on a Mac do not.
        "Ünder1bridge!tree, 2",
        "U\u0308nder1bridge!tree, 2",
        "Tŷ-gwyn-ar-y-môr-7, 2",
        "Crème-brûlée-9tarte, 2",
        // Vietnamese, two marks on one letter, in either order and half composed.
        "Vi\u1EC7t-Nam-1-b\u1EBFp, 2",
        "Vi\u00EA\u0323t-Nam-1-bep, 3",
        "Vi\u0065\u0302\u0323t-Nam-1-bep, 3",
        // Hangul, syllables and letters.
        "A\uD55C\uAD6D\uC5B4-1-pass, 2",
        "A\u1112\u1161\u11AB-1-password, 2",
        // Signs that are other characters' doubles: angstrom, ohm, kelvin.
        "\u212Bngstrom-unit-1, 3",
        "Resist-5\u2126-always, 2",
        "Kelvin-273\u212A-cold, 2",
        // Devanagari that is composed in neither form.
        "A\u0958\u0932\u092E-pass-1, 2",
        "A\u0915\u093C\u0932\u092E-pass-1, 1",
        // Nothing to spell otherwise.
        "Correct-Horse-7-battery, 1",
        "Straße-Ørsted-łódź-1x, 2",
        "Straße-Ørsted-Þór-1x, 2",
        "Пароль-из-букв-1, 1",
        "Ab1_😀😀😀😀😀😀😀, 1",
        "'', 1"
    })
    @DisplayName("has one spelling for every keyboard, or two, or three")
    void spellings(String typed, int spellings) {
        assertThat(new PasswordText(typed).spellings()).hasSize(spellings).contains(typed);
    }

    @Property
    @Label("is the same text in every spelling, and the first one is what is hashed")
    void sameText(@ForAll("texts") String typed) {
        PasswordText text = new PasswordText(typed);
        assertThat(text.spellings())
                .startsWith(text.composed())
                .contains(typed)
                .doesNotHaveDuplicates()
                .hasSizeBetween(1, 3)
                .allMatch(spelling -> new PasswordText(spelling).isSameAs(text))
                .allMatch(
                        spelling -> new PasswordText(spelling).composed().equals(text.composed()));
    }

    @Property
    @Label("is found in the hash of either form, whichever of them is typed")
    void found(@ForAll("texts") String typed) {
        String nfc = Normalizer.normalize(typed, Normalizer.Form.NFC);
        String nfd = Normalizer.normalize(typed, Normalizer.Form.NFD);
        for (String either : new String[] {nfc, nfd}) {
            assertThat(new PasswordText(either).spellings()).containsOnlyOnce(nfc).contains(nfd);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Crème-brûlée-9tarte, Creme-brulee-9tarte",
        "Correct-Horse-7-battery, correct-Horse-7-battery",
        "Resist-5\u2126-always, Resist-5\u03C9-always",
        "'', ' '"
    })
    @DisplayName("is another text if somebody can tell them apart")
    void otherText(String one, String other) {
        assertThat(new PasswordText(one).isSameAs(new PasswordText(other))).isFalse();
    }

    /** Any text, most of it of letters and marks that compose with each other. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.of(
                                "e", "u", "A", "é", "ü", "Å", "ế", "\u212B", "\u2126", "\u0301",
                                "\u0308", "\u0323", "\u0345", "한", "\u1112", "\u1161", "\u11AB",
                                "\u0958", "\u093C", "1", "!", "😀")
                        .list()
                        .ofMaxSize(40)
                        .map(letters -> String.join("", letters)));
    }

    @Test
    @DisplayName("of the longest password that can be allowed is short enough in every spelling")
    void longestAllowed() {
        int allowed = PasswordRule.MAXIMUM_LENGTH.maximum();
        assertThat(
                        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                                .filter(character -> !isSurrogate(character))
                                .mapToObj(Character::toString)
                                .filter(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC))
                                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFD))
                                .mapToInt(String::length)
                                .max())
                .hasValue(PasswordText.LONGEST / allowed);
        String longest = "\u1F82".repeat(allowed);
        String decomposed = Normalizer.normalize(longest, Normalizer.Form.NFD);
        assertThat(decomposed).hasSize(PasswordText.LONGEST);
        assertThat(new PasswordText(decomposed).composed()).isEqualTo(longest);
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    @ParameterizedTest
    @ValueSource(ints = {PasswordText.LONGEST + 1, 20_000, 1_000_000})
    @DisplayName("that is longer is taken as it was typed: normalising it may take seconds")
    void tooLong(int length) {
        String endless = "\u0301".repeat(length / 2) + "\u0323".repeat(length - length / 2);
        PasswordText text = new PasswordText(endless);
        assertThat(text.composed()).isSameAs(endless);
        assertThat(text.spellings()).containsExactly(endless);
        assertThat(PasswordRules.ofTheGuide().broken(endless))
                .contains(PasswordRule.MAXIMUM_LENGTH);
    }
}
