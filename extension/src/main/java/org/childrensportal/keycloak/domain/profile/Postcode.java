package org.childrensportal.keycloak.domain.profile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.text.CompactText;
import org.childrensportal.keycloak.domain.text.VisibleText;

/**
 * A full UK postcode in its standard form: outward code, one space, inward code, upper case ({@code
 * SW1A 1AA}).
 *
 * <p>The format is that of BS 7666 as the Royal Mail's Programmers' Guide to the PAF gives it: area
 * and district {@code A9, A99, A9A, AA9, AA99} or {@code AA9A}, with the letters that may stand at
 * each place, then a digit and two letters without C, I, K, M, O and V. A district of two digits
 * doesn't begin with 0. {@code GIR 0AA} is the one exception. Whether the postcode is in use is not
 * checked.
 *
 * @param text the standard form, 6 to 8 characters
 */
public record Postcode(String text) {

    /** What a text is that is no full UK postcode. */
    public enum Other {
        /**
         * The number of a British Forces Post Office; it has a postcode as well, in {@code BF1}.
         */
        BFPO,
        /** The postcode of another country or an overseas territory. */
        OVERSEAS,
        /** Incomplete or mistyped. */
        UNKNOWN
    }

    private static final String DISTRICT = "(?:[0-9]|[1-9][0-9])";

    private static final Pattern FORMAT =
            Pattern.compile(
                    "(?:GIR0AA|(?:[A-PR-UWYZ]"
                            + DISTRICT
                            + "|[A-PR-UWYZ][A-HK-Y]"
                            + DISTRICT
                            + "|[A-PR-UWYZ][0-9][A-HJKPSTUW]"
                            + "|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])"
                            + "[0-9][ABD-HJLNP-UW-Z]{2})");

    private static final Pattern BFPO_NUMBER = Pattern.compile("BFP[O0].*");

    /**
     * More digits than a UK postcode has; or the territories' like {@code FIQQ 1ZZ}, Canada's
     * {@code K1A 0B1}, Ireland's {@code D02 X285}.
     */
    private static final Pattern OTHER_COUNTRIES =
            Pattern.compile(
                    "(?:[^0-9]*[0-9]){4}.*"
                            + "|[A-Z]{4}1ZZ"
                            + "|[A-Z][0-9][A-Z][0-9][A-Z][0-9]"
                            + "|(?:[A-Z][0-9]{2}|D6W)[A-Z0-9]{4}");

    /** What no UK postcode was meant by, whatever its digits look like: Dutch, or of Dublin. */
    private static final Pattern NO_LOOK_ALIKE = Pattern.compile("[0-9]{2}.*|D0[1-9].{4}");

    private static final int LONGEST = 100;
    private static final int LONGEST_LETTERS = 7;
    private static final int INWARD_LENGTH = 3;

    /**
     * Reads what a person typed. White space, hyphens, dots, brackets, quotation marks and what
     * can't be seen are ignored, small letters are accepted. The letter O typed for the digit 0, or
     * I for 1, or the other way round, is put right: where one of them may stand the other may not,
     * so only one postcode can be meant.
     *
     * @return the postcode, or empty if it is not a full UK postcode
     */
    public static Optional<Postcode> read(String typed) {
        String letters = letters(typed);
        return letters.length() > LONGEST_LETTERS || NO_LOOK_ALIKE.matcher(letters).matches()
                ? Optional.empty()
                : spellings(letters)
                        .filter(spelling -> FORMAT.matcher(spelling).matches())
                        .findFirst()
                        .map(Postcode::spaced);
    }

    /** What is stored of what a person typed: the standard form, or the line if it is none. */
    public static String tidy(String typed) {
        return read(typed).map(Postcode::text).orElseGet(() -> VisibleText.line(typed));
    }

    /** What a text is that {@link #read} does not take for a postcode. */
    public static Other other(String typed) {
        String letters = letters(typed);
        if (BFPO_NUMBER.matcher(letters).matches()) {
            return Other.BFPO;
        }
        return OTHER_COUNTRIES.matcher(letters).matches() ? Other.OVERSEAS : Other.UNKNOWN;
    }

    private static String letters(String typed) {
        return typed.length() > LONGEST ? typed : CompactText.of(typed).toUpperCase(Locale.ROOT);
    }

    /** Every way to read the letters O and I and the digits 0 and 1 of a text. */
    private static Stream<String> spellings(String text) {
        return text.isEmpty()
                ? Stream.of("")
                : spellings(text.substring(1))
                        .flatMap(rest -> lookAlikes(text.charAt(0)).map(first -> first + rest));
    }

    private static Stream<String> lookAlikes(char character) {
        return switch (character) {
            case 'O', '0' -> Stream.of("O", "0");
            case 'I', '1' -> Stream.of("I", "1");
            default -> Stream.of(String.valueOf(character));
        };
    }

    private static Postcode spaced(String letters) {
        int inward = letters.length() - INWARD_LENGTH;
        return new Postcode(letters.substring(0, inward) + " " + letters.substring(inward));
    }
}
