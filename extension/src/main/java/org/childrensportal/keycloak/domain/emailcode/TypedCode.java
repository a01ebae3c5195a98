package org.childrensportal.keycloak.domain.emailcode;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person typed or pasted into the code field. White space, hyphens, invisible format
 * characters, full stops and quotation marks around and between the digits are ignored: {@code 1234
 * 5678}, {@code 1234-5678}, {@code "12345678".} and a pasted line are codes.
 */
public final class TypedCode {

    /** What kind of text it is, before it is compared with anything. */
    public enum Form {
        EMPTY,
        NOT_DIGITS,
        WRONG_LENGTH,
        CODE
    }

    private static final Pattern NOISE =
            Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}\\p{Pi}\\p{Pf}\"'`.,]");
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}*");
    private static final int LONGEST = 1000;

    private final String text;

    private TypedCode(String text) {
        this.text = text;
    }

    /** Reads {@code typed}, whatever it is. */
    public static TypedCode read(String typed) {
        String head = typed.substring(0, Math.min(typed.length(), LONGEST));
        return new TypedCode(NOISE.matcher(head).replaceAll(""));
    }

    /** What was typed. */
    public Form form() {
        if (text.isEmpty()) {
            return Form.EMPTY;
        }
        if (!DIGITS.matcher(text).matches()) {
            return Form.NOT_DIGITS;
        }
        return text.codePointCount(0, text.length()) == EmailCode.LENGTH
                ? Form.CODE
                : Form.WRONG_LENGTH;
    }

    /** The code, if {@link #form()} says that it is one; digits of other scripts become 0 to 9. */
    public Optional<EmailCode> code() {
        if (form() != Form.CODE) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder(EmailCode.LENGTH);
        text.codePoints().map(digit -> Character.digit(digit, 10)).forEach(digits::append);
        return Optional.of(new EmailCode(digits.toString()));
    }
}
