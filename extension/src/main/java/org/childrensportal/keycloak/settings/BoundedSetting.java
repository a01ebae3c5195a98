package org.childrensportal.keycloak.settings;

import java.math.BigDecimal;
import java.util.Optional;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A whole number that an administrator sets.
 *
 * @param name its key
 * @param label its label in the admin console, with the unit
 * @param help its help text; minimum, maximum and default are added
 * @param standard the default
 * @param minimum the minimum, inclusive
 * @param maximum the maximum, inclusive
 */
public record BoundedSetting(
        String name, String label, String help, int standard, int minimum, int maximum) {

    private static final int MOST_DIGITS = 100;

    /** The setting as the admin console shows it. */
    public ProviderConfigProperty property() {
        return new ProviderConfigProperty(
                name,
                label,
                "%s From %d to %d, by default %d.".formatted(help, minimum, maximum, standard),
                ProviderConfigProperty.STRING_TYPE,
                String.valueOf(standard));
    }

    /** The number that {@code text} is, if it is one within the bounds. */
    public Optional<Integer> read(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip())).filter(this::allows);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * The number within the bounds that {@code text} is nearest to; the default if it is blank or
     * no number at all.
     */
    public int nearest(String text) {
        if (isBlank(text)) {
            return standard;
        }
        try {
            BigDecimal number = new BigDecimal(beginning(text.strip()));
            if (number.compareTo(BigDecimal.valueOf(minimum)) < 0) {
                return minimum;
            }
            return number.compareTo(BigDecimal.valueOf(maximum)) > 0 ? maximum : number.intValue();
        } catch (NumberFormatException e) {
            return standard;
        }
    }

    /**
     * As much of it as tells on which side of the bounds it is: reading a number of a million
     * digits takes a minute, and Keycloak stores what is longer.
     */
    private static String beginning(String number) {
        return number.length() <= MOST_DIGITS ? number : number.substring(0, MOST_DIGITS);
    }

    /** Whether {@code text}, which may be null, says nothing: the default is meant. */
    boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Whether {@code number} is within the bounds. */
    public boolean allows(int number) {
        return minimum <= number && number <= maximum;
    }

    /** What administrators are told, in English, who have entered anything else. */
    public String bounds() {
        return "%s must be a whole number from %d to %d".formatted(label, minimum, maximum);
    }
}
