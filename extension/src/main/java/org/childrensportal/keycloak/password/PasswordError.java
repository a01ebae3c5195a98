package org.childrensportal.keycloak.password;

/** What can be wrong with a password that somebody chooses. */
enum PasswordError {
    MISSING("portalPasswordMissing"),
    NOT_REPEATED("portalPasswordConfirmMissing"),
    DIFFERENT("portalPasswordsDiffer"),
    /** Rules are broken, which the page lists beside this message. */
    RULES_BROKEN("portalPasswordBroken"),
    /** The same where only one message is shown; parameter 0 names the rules. */
    RULES_BROKEN_IN_WORDS("portalPasswordRulesBroken"),
    COMMON("portalPasswordCommon"),
    OWN_WORD("portalPasswordOwnWord");

    private final String messageKey;

    PasswordError(String messageKey) {
        this.messageKey = messageKey;
    }

    /** What the person reads. */
    String messageKey() {
        return messageKey;
    }
}
