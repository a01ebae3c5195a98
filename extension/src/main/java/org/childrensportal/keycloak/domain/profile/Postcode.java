package org.childrensportal.keycloak.domain.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A full UK postcode in its standard form: outward code, one space, inward code, upper case ({@code
 * SW1A 1AA}).
 *
 * <p>The format is that of BS 7666 as the Royal Mail's Programmers' Guide to the PAF gives it: area
 * and district {@code A9, A99, A9A, AA9, AA99} or {@code AA9A}, with the letters that may stand at
 * each place, then a digit and two letters without C, I, K, M, O and V. {@code GIR 0AA} is the one
 * exception. Whether the postcode is in use is not checked.
 *
 * @param text the standard form, 6 to 8 characters
 */
public record Postcode(String text) {

    private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{Pd}.()\\[\\]]");

    private static final Pattern FORMAT =
            Pattern.compile(
                    "(?:GIR0AA"
                            + "|(?:[A-PR-UWYZ][0-9]{1,2}"
                            + "|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}"
                            + "|[A-PR-UWYZ][0-9][A-HJKPSTUW]"
                            + "|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])"
                            + "[0-9][ABD-HJLNP-UW-Z]{2})");

    private static final int LONGEST = 100;
    private static final int INWARD_LENGTH = 3;

    /**
     * Reads what a person typed. White space, hyphens, dots and brackets are ignored, small letters
     * are accepted.
     *
     * @return the postcode, or empty if it is not a full UK postcode
     */
    public static Optional<Postcode> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String letters = NOISE.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        if (!FORMAT.matcher(letters).matches()) {
            return Optional.empty();
        }
        int inward = letters.length() - INWARD_LENGTH;
        return Optional.of(
                new Postcode(letters.substring(0, inward) + " " + letters.substring(inward)));
    }
}
