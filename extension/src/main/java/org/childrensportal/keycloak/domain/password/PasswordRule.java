package org.childrensportal.keycloak.domain.password;

/**
 * The rules for a password that can be told from the password alone, in the order of the user
 * guide. The two rules about earlier passwords are Keycloak's history policy.
 */
public enum PasswordRule {
    /** At least so many characters. */
    MINIMUM_LENGTH("minimum-length"),
    /** At least one letter of any alphabet. */
    LETTER("letter"),
    /** Letters, digits and printable special characters only: no white space, no controls. */
    ALLOWED_CHARACTERS("allowed-characters"),
    /** The first character is a letter. */
    STARTS_WITH_LETTER("starts-with-letter"),
    /** At least one upper-case letter. */
    UPPER_CASE("upper-case"),
    /** At least one decimal digit. */
    DIGIT("digit"),
    /** At least one character that is neither letter nor digit and can be seen. */
    SPECIAL("special"),
    /** At most so many characters; not in the guide, shown only when it is broken. */
    MAXIMUM_LENGTH("maximum-length");

    private final String id;

    PasswordRule(String id) {
        this.id = id;
    }

    /** The name of the rule in the policy's value, in message keys and on the page. */
    public String id() {
        return id;
    }
}
