package org.childrensportal.keycloak.domain.emailcode;

import java.util.Optional;
import java.util.regex.Pattern;
import org.childrensportal.keycloak.domain.text.CompactText;

/**
 * What a person typed or pasted into the code field. What sets digits apart or stands around them
 * is ignored ({@link CompactText}): {@code 1234 5678}, {@code 1234-5678}, {@code "12345678".} and a
 * pasted line are codes.
 */
public final class TypedCode {

    /** What kind of text it is, before it is compared with anything. */
    public enum Form {
        EMPTY,
        NOT_DIGITS,
        WRONG_LENGTH,
        CODE
    }

    private static final Pattern DIGITS = Pattern.compile("[0-9]*");
    private static final int LONGEST = 1000;

    private final String text;

    private TypedCode(String text) {
        this.text = text;
    }

    /** Reads {@code typed}, whatever it is. */
    public static TypedCode read(String typed) {
        String head = typed.substring(0, Math.min(typed.length(), LONGEST));
        return new TypedCode(CompactText.of(head));
    }

    /** What was typed. */
    public Form form() {
        if (text.isEmpty()) {
            return Form.EMPTY;
        }
        if (!DIGITS.matcher(text).matches()) {
            return Form.NOT_DIGITS;
        }
        return text.length() == EmailCode.LENGTH ? Form.CODE : Form.WRONG_LENGTH;
    }

    /** The code, if {@link #form()} says that it is one; digits of other scripts become 0 to 9. */
    public Optional<EmailCode> code() {
        return form() == Form.CODE ? Optional.of(new EmailCode(text)) : Optional.empty();
    }
}
