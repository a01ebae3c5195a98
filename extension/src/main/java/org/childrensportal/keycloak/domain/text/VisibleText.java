package org.childrensportal.keycloak.domain.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * What can be seen of a text. Pasting brings white space and invisible characters along, which
 * nobody notices.
 */
public final class VisibleText {

    /** Longer than any answer that people are asked for. */
    public static final int LONGEST = 2_000;

    private static final int BRAILLE_BLANK = 0x2800;

    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t\\x{2800}]+");

    private VisibleText() {}

    /**
     * The text in NFC without white space and invisible characters at its ends. One of more than
     * {@link #LONGEST} characters stays as it is: it cannot be an answer, and normalising it may
     * take seconds.
     */
    public static String strip(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        int[] characters = Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
        int begin = 0;
        int end = characters.length;
        while (begin < end && isBlank(characters[begin])) {
            begin++;
        }
        while (begin < end && isBlank(characters[end - 1])) {
            end--;
        }
        return new String(characters, begin, end - begin);
    }

    /**
     * A short answer as it is stored: {@link #strip stripped}, and every run of blanks inside as
     * one space. Line breaks stay, so that they can be refused. Joiners inside words stay as well,
     * because some scripts need them.
     */
    public static String line(String text) {
        return BLANKS.matcher(strip(text)).replaceAll(" ");
    }

    /** The text without its invisible characters; white space stays. */
    public static String withoutInvisible(String text) {
        return text.codePoints()
                .filter(character -> !isInvisible(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether nothing of the character can be seen: white space of every kind, or invisible. */
    public static boolean isBlank(int codePoint) {
        return isWhiteSpace(codePoint) || isInvisible(codePoint);
    }

    /** White space of every kind, no-break spaces included. */
    public static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || codePoint == BRAILLE_BLANK;
    }

    /**
     * Controls, format characters, and the rest of what Unicode calls default ignorable (property
     * {@code Default_Ignorable_Code_Point}): fillers, joiners and variation selectors.
     */
    public static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT
                || type == Character.CONTROL && !Character.isWhitespace(codePoint)
                || isFillerOrSelector(codePoint);
    }

    private static boolean isFillerOrSelector(int codePoint) {
        return codePoint == 0x034F
                || codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x17B4
                || codePoint == 0x17B5
                || codePoint >= 0x180B && codePoint <= 0x180F
                || codePoint == 0x2065
                || codePoint == 0x3164
                || codePoint >= 0xFE00 && codePoint <= 0xFE0F
                || codePoint == 0xFFA0
                || codePoint >= 0xFFF0 && codePoint <= 0xFFF8
                || codePoint >= 0xE0000 && codePoint <= 0xE0FFF;
    }
}
