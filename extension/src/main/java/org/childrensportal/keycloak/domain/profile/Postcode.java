package org.childrensportal.keycloak.domain.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.text.VisibleText;

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

    /** Keys that are next to each other, or look the same: a letter and the digit meant by it. */
    private static final Map<Character, Character> LOOK_ALIKES =
            Map.of('O', '0', '0', 'O', 'I', '1', '1', 'I');

    private static final Pattern FORMAT =
            Pattern.compile(
                    "(?:GIR0AA"
                            + "|(?:[A-PR-UWYZ][0-9]{1,2}"
                            + "|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}"
                            + "|[A-PR-UWYZ][0-9][A-HJKPSTUW]"
                            + "|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY])"
                            + "[0-9][ABD-HJLNP-UW-Z]{2})");

    private static final int LONGEST = 100;
    private static final int LONGEST_LETTERS = 7;
    private static final int INWARD_LENGTH = 3;
    private static final int MOST_CHANGES = 2;

    /**
     * Reads what a person typed. White space, hyphens, dots, brackets and invisible characters are
     * ignored, small letters are accepted. The letter O typed for the digit 0, or I for 1, or the
     * other way round, is put right where only one postcode can be meant.
     *
     * @return the postcode, or empty if it is not a full UK postcode
     */
    public static Optional<Postcode> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String letters =
                NOISE.matcher(VisibleText.withoutInvisible(typed))
                        .replaceAll("")
                        .toUpperCase(Locale.ROOT);
        return letters.length() > LONGEST_LETTERS
                ? Optional.empty()
                : meant(Set.of(letters), 0).map(Postcode::spaced);
    }

    /** The only postcode with as few changes as possible. */
    private static Optional<String> meant(Set<String> spellings, int changes) {
        List<String> postcodes =
                spellings.stream().filter(text -> FORMAT.matcher(text).matches()).toList();
        if (postcodes.isEmpty() && changes < MOST_CHANGES) {
            return meant(
                    spellings.stream()
                            .flatMap(Postcode::withOneChange)
                            .collect(Collectors.toUnmodifiableSet()),
                    changes + 1);
        }
        return postcodes.size() == 1 ? Optional.of(postcodes.get(0)) : Optional.empty();
    }

    private static Stream<String> withOneChange(String text) {
        return IntStream.range(0, text.length())
                .filter(place -> LOOK_ALIKES.containsKey(text.charAt(place)))
                .mapToObj(
                        place ->
                                text.substring(0, place)
                                        + LOOK_ALIKES.get(text.charAt(place))
                                        + text.substring(place + 1));
    }

    private static Postcode spaced(String letters) {
        int inward = letters.length() - INWARD_LENGTH;
        return new Postcode(letters.substring(0, inward) + " " + letters.substring(inward));
    }
}
