package org.childrensportal.keycloak.domain.profile;

/**
 * The rule for a short answer on one line: at most so many characters (Unicode code points), no
 * control characters, line or paragraph separators, and nothing that Unicode cannot encode.
 *
 * @param longest the maximum number of code points
 */
public record SingleLine(int longest) {

    /** What may be wrong with an answer. */
    public enum Fault {
        NONE,
        TOO_LONG,
        CONTROL_CHARACTER
    }

    /** Says what is wrong with {@code text}; an unprintable one is reported before a long one. */
    public Fault check(String text) {
        if (text.codePoints().anyMatch(SingleLine::isUnprintable)) {
            return Fault.CONTROL_CHARACTER;
        }
        return text.codePointCount(0, text.length()) > longest ? Fault.TOO_LONG : Fault.NONE;
    }

    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
