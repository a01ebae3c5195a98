package org.childrensportal.keycloak.domain.password;

/** What a single code point of a password is, by its Unicode general category. */
final class PasswordCharacter {

    private PasswordCharacter() {}

    /** A letter, a digit, a mark that belongs to a letter, or a special character. */
    static boolean isAllowed(int codePoint) {
        return Character.isLetter(codePoint)
                || Character.isDigit(codePoint)
                || isMark(codePoint)
                || isSpecial(codePoint);
    }

    /**
     * A printable character that is neither letter nor digit: punctuation, symbol, other number.
     */
    static boolean isSpecial(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER ->
                    true;
            default -> false;
        };
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> false;
        };
    }
}
