package org.childrensportal.keycloak.password;

import org.keycloak.policy.PasswordPolicyConfigException;

/** A whole number that an administrator sets in the list of password policies. */
final class BoundedNumber {

    private BoundedNumber() {}

    /**
     * Reads {@code text}.
     *
     * @throws PasswordPolicyConfigException if it is not from {@code least} to {@code greatest};
     *     the message, which the console shows, says so
     */
    static int parse(String label, String text, int least, int greatest) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Not a number at all: refused below like one out of bounds.
        }
        throw new PasswordPolicyConfigException(
                "%s must be a whole number from %d to %d".formatted(label, least, greatest));
    }
}
