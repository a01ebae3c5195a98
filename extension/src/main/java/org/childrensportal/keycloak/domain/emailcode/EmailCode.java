package org.childrensportal.keycloak.domain.emailcode;

import java.util.regex.Pattern;

/**
 * The code that proves an address: eight decimal digits.
 *
 * @param digits exactly eight characters 0 to 9
 */
public record EmailCode(String digits) {

    /** How many digits a code has. */
    public static final int LENGTH = 8;

    /** How many codes there are: every one of {@code 00000000} to {@code 99999999}. */
    static final int RANGE = 100_000_000;

    private static final Pattern FORMAT = Pattern.compile("[0-9]{" + LENGTH + "}");

    /**
     * @throws IllegalArgumentException if {@code digits} is not eight decimal digits; the message
     *     does not repeat them
     */
    public EmailCode {
        if (!FORMAT.matcher(digits).matches()) {
            throw new IllegalArgumentException("a code has " + LENGTH + " digits");
        }
    }

    /** Never shows the digits, so that a code cannot reach a log by way of this object. */
    @Override
    public String toString() {
        return "EmailCode[digits=hidden]";
    }
}
