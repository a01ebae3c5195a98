package org.childrensportal.keycloak.domain.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A character of a password")
class PasswordCharacterTest {

    private static final Pattern SPECIAL = Pattern.compile("[\\p{P}\\p{S}\\p{Nl}\\p{No}]");
    private static final Pattern LETTER_DIGIT_OR_MARK = Pattern.compile("[\\p{L}\\p{Nd}\\p{M}]");

    @ParameterizedTest
    @CsvSource({
        // One of each kind that Unicode has.
        "A, true, false",
        "ŵ, true, false",
        "\u01C5, true, false",
        "\u02B0, true, false",
        "\u05D0, true, false",
        "7, true, false",
        "\u0667, true, false",
        "\u0301, true, false",
        "\u0903, true, false",
        "\u20DD, true, false",
        "_, true, true",
        "-, true, true",
        "(, true, true",
        "), true, true",
        "\u00AB, true, true",
        "\u00BB, true, true",
        "!, true, true",
        "+, true, true",
        "£, true, true",
        "^, true, true",
        "\u00A9, true, true",
        "\u2167, true, true",
        "\u00BD, true, true",
        "' ', false, false",
        "'\u00A0', false, false",
        "'\u2028', false, false",
        "'\u2029', false, false",
        "'\t', false, false",
        "'\u200B', false, false",
        "'\uD800', false, false",
        "'\uE000', false, false",
        "'\uFFFF', false, false"
    })
    @DisplayName("is allowed if it can be seen, and special if it is neither letter nor digit then")
    void kinds(String character, boolean allowed, boolean special) {
        int codePoint = character.codePointAt(0);
        assertThat(PasswordCharacter.isAllowed(codePoint)).isEqualTo(allowed);
        assertThat(PasswordCharacter.isSpecial(codePoint)).isEqualTo(special);
    }

    @Test
    @DisplayName("is judged by its Unicode category, whichever of all that are defined it is")
    void every() {
        assertThat(
                        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                                .filter(Character::isDefined)
                                .filter(PasswordCharacterTest::isMisjudged)
                                .limit(10)
                                .mapToObj(Integer::toHexString))
                .isEmpty();
    }

    private static boolean isMisjudged(int character) {
        String text = Character.toString(character);
        boolean special = SPECIAL.matcher(text).matches();
        boolean allowed = special || LETTER_DIGIT_OR_MARK.matcher(text).matches();
        return PasswordCharacter.isSpecial(character) != special
                || PasswordCharacter.isAllowed(character) != allowed;
    }
}
