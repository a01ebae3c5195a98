package org.childrensportal.keycloak.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A character that cannot be seen")
class UnseenCharactersTest {

    /** Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties.txt), first and last. */
    private static final int[][] DEFAULT_IGNORABLE = {
        {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
        {0x180B, 0x180F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
        {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}
    };

    /** Unicode's White_Space, and the separators that Java adds, without the control NEL. */
    private static final Pattern WHITE =
            Pattern.compile("[\\s\\p{Z}\\x1C-\\x1F&&[^\\x85]]", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern CONTROL_OR_FORMAT = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    private static boolean isDefaultIgnorable(int character) {
        for (int[] range : DEFAULT_IGNORABLE) {
            if (character >= range[0] && character <= range[1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWhite(int character) {
        return WHITE.matcher(Character.toString(character)).matches()
                || character == 0x2800
                || character == 0x1D159;
    }

    private static boolean isInvisible(int character) {
        return CONTROL_OR_FORMAT.matcher(Character.toString(character)).matches()
                        && !isWhite(character)
                || isDefaultIgnorable(character);
    }

    /** The first of all characters for which {@code wrong} holds; the planes between have none. */
    private static List<String> those(IntPredicate wrong) {
        return IntStream.concat(
                        IntStream.rangeClosed(0, 0x1FFFF), IntStream.rangeClosed(0xDFF00, 0xE10FF))
                .filter(wrong)
                .limit(10)
                .mapToObj(Integer::toHexString)
                .toList();
    }

    @Test
    @DisplayName("is white space, a control, a format character or what Unicode calls ignorable")
    void every() {
        assertThat(those(one -> VisibleText.isWhiteSpace(one) != isWhite(one))).isEmpty();
        assertThat(those(one -> VisibleText.isInvisible(one) != isInvisible(one))).isEmpty();
        assertThat(those(one -> VisibleText.isBlank(one) != (isWhite(one) || isInvisible(one))))
                .isEmpty();
    }

    @Test
    @DisplayName("goes from a text of which only what is seen is wanted, and white space stays")
    void withoutInvisible() {
        assertThat(VisibleText.withoutInvisible("\uFEFFAnn\u200B \u00ADLee\u00A0\t\uFE0F"))
                .isEqualTo("Ann Lee\u00A0\t");
        assertThat(VisibleText.isBlank("")).isTrue();
        assertThat(VisibleText.isBlank(" \u200B\t")).isTrue();
        assertThat(VisibleText.isBlank(" \u200B.")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00AD, 0x200B, 0x2060, 0xFEFF, 0x202A, 0x202C, 0x202E, 0x2066, 0x2068, 0x2069,
                0x200C, 0x200D
            })
    @DisplayName("goes from within a line if it means nothing there")
    void noise(int character) {
        assertThat(VisibleText.line("An" + Character.toString(character) + "n")).isEqualTo("Ann");
        assertThat(VisibleText.line("e" + Character.toString(character) + "\u0301"))
                .isEqualTo("\u00E9");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x2029, 0x202F, 0x2065, 0x206A, 0x061C})
    @DisplayName("is no direction of a stretch, though its number is next to theirs")
    void noNoise(int character) {
        String text = Character.toString(character);
        assertThat(VisibleText.line("\u0627" + text + "\u0628"))
                .isEqualTo("\u0627" + (character == 0x202F ? " " : text) + "\u0628");
    }

    @ParameterizedTest
    @CsvSource({
        // An ideograph, a symbol, a letter of Mongolian, a flag; then the first and the last.
        "\u8FBB, FE00, FE0F",
        "\u8FBB, E0100, E01EF",
        "\u2764, FE00, FE0F",
        "\u1820, 180B, 180D",
        "\u1820, 180F, 180F",
        "\u1820, FE00, FE0F",
        "'\uD83C\uDFF4', E0020, E007F"
    })
    @DisplayName("stays at the end of a line if it says how the one before it looks")
    void variants(String seen, String first, String last) {
        for (String hexadecimal : new String[] {first, last}) {
            String text = seen + Character.toString(Integer.parseInt(hexadecimal, 16));
            assertThat(VisibleText.line(text)).isEqualTo(text);
            assertThat(VisibleText.line(text + " ")).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "A, FE0F",
        "7, E0100",
        "\u0915, 180B",
        "\u1810, 180B",
        "\u8FBB, E00FF",
        "\u8FBB, E01F0",
        "\u8FBB, 180E",
        "\u1820, 180E",
        "\u8FBB, E0020",
        "A, E0041",
        "'\uD83C\uDFF4', E001F",
        "'\uD83C\uDFF4', E0080",
        "\u0D28, 200D"
    })
    @DisplayName("goes from the end of a line if the one before it has no such look")
    void noVariants(String seen, String hexadecimal) {
        String unseen = Character.toString(Integer.parseInt(hexadecimal, 16));
        assertThat(VisibleText.line(seen + unseen)).isEqualTo(seen);
    }

    @Test
    @DisplayName("says nothing of a character that it does not follow at once")
    void apart() {
        assertThat(VisibleText.line("\u8FBB \uDB40\uDD00")).isEqualTo("\u8FBB");
        assertThat(VisibleText.line("\u8FBB\u3164\uFE00")).isEqualTo("\u8FBB");
    }

    @ParameterizedTest
    @ValueSource(ints = {VisibleText.LONGEST - 1, VisibleText.LONGEST})
    @DisplayName("goes from the ends of a text of up to 2,000 characters")
    void longest(int length) {
        String typed = "e\u0301" + " ".repeat(length - 2);
        assertThat(VisibleText.strip(typed)).isEqualTo("\u00E9");
        assertThat(VisibleText.line(typed)).isEqualTo("\u00E9");
    }

    @Test
    @DisplayName("stays in a longer text, which is no answer")
    void tooLong() {
        String typed = "e\u0301" + " ".repeat(VisibleText.LONGEST - 1);
        assertThat(VisibleText.strip(typed)).isSameAs(typed);
        assertThat(VisibleText.line(typed)).isSameAs(typed);
    }
}
