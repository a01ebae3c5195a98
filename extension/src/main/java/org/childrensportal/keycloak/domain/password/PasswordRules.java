package org.childrensportal.keycloak.domain.password;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The rules in force for a password, and the verdict on one.
 *
 * <p>A password is judged after Unicode normalisation to NFC and its length is counted in code
 * points. Letters and digits are Unicode's, combining marks belong to the letter before them.
 *
 * @param minimum the least length in code points
 * @param maximum the greatest length in code points
 * @param switchable the rules in force besides the two lengths, which always are
 */
public record PasswordRules(int minimum, int maximum, Set<PasswordRule> switchable) {

    /** The least and the greatest value that a length may be set to. */
    public static final int SHORTEST_MINIMUM = 8;

    public static final int LONGEST_MAXIMUM = 1024;

    /** The rules that an administrator can switch off, in the guide's order. */
    public static final List<PasswordRule> SWITCHABLE =
            Arrays.stream(PasswordRule.values()).filter(PasswordRules::canBeSwitchedOff).toList();

    /**
     * @throws IllegalArgumentException if a length is out of bounds or the minimum is above the
     *     maximum
     */
    public PasswordRules {
        if (minimum < SHORTEST_MINIMUM || maximum > LONGEST_MAXIMUM || minimum > maximum) {
            throw new IllegalArgumentException(
                    "lengths must be between %d and %d, the first no greater than the second"
                            .formatted(SHORTEST_MINIMUM, LONGEST_MAXIMUM));
        }
        switchable = Set.copyOf(switchable);
    }

    /** The rules of the user guide: 14 to 128 characters and every rule in force. */
    public static PasswordRules ofTheGuide() {
        return new PasswordRules(14, 128, EnumSet.copyOf(SWITCHABLE));
    }

    /** The rules in force that a person is told before typing, in the guide's order. */
    public List<PasswordRule> announced() {
        return inForce().stream().filter(rule -> rule != PasswordRule.MAXIMUM_LENGTH).toList();
    }

    /**
     * Every rule that {@code password} breaks, in the guide's order; empty if it keeps them all.
     */
    public List<PasswordRule> broken(String password) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        return inForce().stream().filter(rule -> !keeps(rule, composed)).toList();
    }

    /** The number that belongs to a rule's text: its length for the two lengths, else 1. */
    public int number(PasswordRule rule) {
        return switch (rule) {
            case MINIMUM_LENGTH -> minimum;
            case MAXIMUM_LENGTH -> maximum;
            default -> 1;
        };
    }

    private List<PasswordRule> inForce() {
        return Arrays.stream(PasswordRule.values())
                .filter(rule -> !canBeSwitchedOff(rule) || switchable.contains(rule))
                .toList();
    }

    private boolean keeps(PasswordRule rule, String password) {
        return switch (rule) {
            case MINIMUM_LENGTH -> length(password) >= minimum;
            case MAXIMUM_LENGTH -> length(password) <= maximum;
            case LETTER -> password.codePoints().anyMatch(Character::isLetter);
            case ALLOWED_CHARACTERS -> password.codePoints().allMatch(PasswordCharacter::isAllowed);
            case STARTS_WITH_LETTER ->
                    !password.isEmpty() && Character.isLetter(password.codePointAt(0));
            case UPPER_CASE -> password.codePoints().anyMatch(Character::isUpperCase);
            case DIGIT -> password.codePoints().anyMatch(Character::isDigit);
            case SPECIAL -> password.codePoints().anyMatch(PasswordCharacter::isSpecial);
        };
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    private static boolean canBeSwitchedOff(PasswordRule rule) {
        return rule != PasswordRule.MINIMUM_LENGTH && rule != PasswordRule.MAXIMUM_LENGTH;
    }
}
