package org.childrensportal.keycloak.domain.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Set;

/** Reads a line that somebody typed, character by character: see {@link VisibleText#line}. */
final class TypedLine {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int MALAYALAM_VIRAMA = 0x0D4D;

    /** Their letters join without being told to, or never. */
    private static final Set<UnicodeScript> WITHOUT_JOINERS =
            Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder gap = new StringBuilder();
    private int before = ' ';

    private TypedLine() {}

    static String of(String typed) {
        TypedLine reading = new TypedLine();
        Normalizer.normalize(withoutNoise(typed), Normalizer.Form.NFC)
                .codePoints()
                .forEach(reading::read);
        return reading.line.toString();
    }

    private static String withoutNoise(String typed) {
        StringBuilder kept = new StringBuilder();
        int letter = ' ';
        for (int character : typed.codePoints().toArray()) {
            if (isNoise(letter, character)) {
                continue;
            }
            kept.appendCodePoint(character);
            letter = isMark(character) ? letter : character;
        }
        return kept.toString();
    }

    /**
     * Whether a character means nothing within one line: it says where the line may break, or which
     * way a stretch of it runs (whose end may be lost with the end of the line), or joins letters
     * that need no joining.
     */
    private static boolean isNoise(int letter, int character) {
        return switch (character) {
            case 0x00AD, 0x200B, 0x2060, 0xFEFF -> true;
            case ZERO_WIDTH_NON_JOINER, ZERO_WIDTH_JOINER ->
                    WITHOUT_JOINERS.contains(UnicodeScript.of(letter));
            default ->
                    character >= 0x202A && character <= 0x202E
                            || character >= 0x2066 && character <= 0x2069;
        };
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    private void read(int character) {
        if (VisibleText.isBlank(character) && !canBeSeen(character)) {
            gap.appendCodePoint(character);
            before = ' ';
        } else {
            if (!line.isEmpty()) {
                line.append(gapInside());
            }
            gap.setLength(0);
            line.appendCodePoint(character);
            before = character;
        }
    }

    /** What can't be seen on its own, but in the character before it. */
    private boolean canBeSeen(int character) {
        return isSelector(character) && hasVariants(before)
                || isTag(character) && (isTag(before) || isSymbol(before))
                || character == ZERO_WIDTH_JOINER && before == MALAYALAM_VIRAMA;
    }

    private static boolean isSelector(int character) {
        return character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF
                || character >= 0x180B && character <= 0x180F && character != 0x180E;
    }

    private static boolean hasVariants(int character) {
        return Character.isIdeographic(character)
                || isSymbol(character)
                || Character.isLetter(character)
                        && UnicodeScript.of(character) == UnicodeScript.MONGOLIAN;
    }

    /** Such as emoji, of which the flags of Wales and Scotland are made with tags. */
    private static boolean isSymbol(int character) {
        return Character.getType(character) == Character.OTHER_SYMBOL
                && !VisibleText.isBlank(character);
    }

    private static boolean isTag(int character) {
        return character >= 0xE0020 && character <= 0xE007F;
    }

    /** One space for white space; line breaks and controls stay, for whoever refuses them. */
    private String gapInside() {
        boolean refused = gap.codePoints().anyMatch(TypedLine::isBreakOrControl);
        boolean white = gap.codePoints().anyMatch(VisibleText::isWhiteSpace);
        return white && !refused ? " " : gap.toString();
    }

    private static boolean isBreakOrControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\t';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
