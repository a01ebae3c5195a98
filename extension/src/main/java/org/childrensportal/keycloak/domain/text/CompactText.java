package org.childrensportal.keycloak.domain.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Letters and digits that mean the same however they are set apart: a code, a postcode. */
public final class CompactText {

    private static final Pattern NOISE =
            Pattern.compile("[\\p{Pd}\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\"'`.,:;*_\\x{3002}]");

    private CompactText() {}

    /**
     * The text without white space, hyphens, dots, brackets, quotation marks and what can't be
     * seen; full-width letters and the digits of every script become ordinary ones.
     *
     * @param text at most {@link VisibleText#LONGEST} characters: it is normalised
     */
    public static String of(String text) {
        StringBuilder compact = new StringBuilder();
        NOISE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .codePoints()
                .filter(character -> !VisibleText.isBlank(character))
                .map(CompactText::ordinaryDigit)
                .forEach(compact::appendCodePoint);
        return compact.toString();
    }

    private static int ordinaryDigit(int character) {
        return Character.isDigit(character)
                ? Character.forDigit(Character.digit(character, 10), 10)
                : character;
    }
}
