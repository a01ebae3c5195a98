package org.childrensportal.keycloak.domain.password;

/**
 * The rules for a password that can be told from the password alone, in the order of the user
 * guide. The two rules about earlier passwords are Keycloak's history policy.
 */
public enum PasswordRule {
    /** At least so many characters: the guide's 14; NIST SP 800-63B asks for at least 8. */
    MINIMUM_LENGTH("minimum-length", 14, 8, 64),
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
    /**
     * At most so many characters; not in the guide, shown only when it is broken. NIST SP 800-63B
     * asks that 64 be possible.
     */
    MAXIMUM_LENGTH("maximum-length", 128, 64, 1024);

    private final String id;
    private final int standard;
    private final int minimum;
    private final int maximum;

    PasswordRule(String id) {
        this(id, 1, 1, 1);
    }

    PasswordRule(String id, int standard, int minimum, int maximum) {
        this.id = id;
        this.standard = standard;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /** The name of the rule in policies, message keys and on the page. */
    public String id() {
        return id;
    }

    /** The number that the rule has by default: characters for the two lengths, else 1. */
    public int standard() {
        return standard;
    }

    /** The minimum number that it may be set to. */
    public int minimum() {
        return minimum;
    }

    /** The maximum number that it may be set to. */
    public int maximum() {
        return maximum;
    }

    /** Whether an administrator sets its number. */
    public boolean hasNumber() {
        return minimum < maximum;
    }
}
