package org.childrensportal.keycloak.domain.password;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules in force for a password, and the verdict on one. Everything that speaks of the rules
 * reads from here: the policies, the pages, their script and the messages.
 *
 * <p>A password is judged after Unicode normalisation to NFC and its length is counted in code
 * points. Letters and digits are Unicode's, combining marks belong to the letter before them.
 *
 * @param inForce each rule in force with its number, in the guide's order
 */
public record PasswordRules(Map<PasswordRule, Integer> inForce) {

    /**
     * @throws IllegalArgumentException if a number is out of the rule's bounds
     */
    public PasswordRules {
        inForce.forEach(PasswordRules::check);
        EnumMap<PasswordRule, Integer> inOrder = new EnumMap<>(PasswordRule.class);
        inOrder.putAll(inForce);
        inForce = Collections.unmodifiableMap(inOrder);
    }

    private static void check(PasswordRule rule, int number) {
        if (number < rule.minimum() || number > rule.maximum()) {
            throw new IllegalArgumentException(
                    "%s must be a whole number from %d to %d"
                            .formatted(rule.id(), rule.minimum(), rule.maximum()));
        }
    }

    /** The rules of the user guide: 14 to 128 characters and every rule in force. */
    public static PasswordRules ofTheGuide() {
        return new PasswordRules(
                Arrays.stream(PasswordRule.values())
                        .collect(Collectors.toMap(Function.identity(), PasswordRule::standard)));
    }

    /** The rules in force that a person is told before typing, in the guide's order. */
    public List<PasswordRule> announced() {
        return inForce.keySet().stream()
                .filter(rule -> rule != PasswordRule.MAXIMUM_LENGTH)
                .toList();
    }

    /**
     * Every rule that {@code password} breaks, in the guide's order; empty if it keeps them all.
     */
    public List<PasswordRule> broken(String password) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        return inForce.keySet().stream().filter(rule -> !keeps(rule, composed)).toList();
    }

    /** The number that belongs to a rule's text. */
    public int number(PasswordRule rule) {
        return inForce.getOrDefault(rule, rule.standard());
    }

    private boolean keeps(PasswordRule rule, String password) {
        return switch (rule) {
            case MINIMUM_LENGTH -> length(password) >= number(rule);
            case MAXIMUM_LENGTH -> length(password) <= number(rule);
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
}
