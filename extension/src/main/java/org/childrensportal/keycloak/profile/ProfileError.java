package org.childrensportal.keycloak.profile;

/** What can be wrong with an attribute of the user profile, by the portal's own rules. */
public enum ProfileError {
    MISSING("portalMissing"),
    /** Parameter 1 is the maximum number of characters. */
    TOO_LONG("portalTooLong"),
    CONTROL_CHARACTER("portalControlCharacter"),
    /** Not a full UK postcode. */
    NOT_A_POSTCODE("portalPostcode"),
    /** Parameter 1 is the maximum number of octets. */
    EMAIL_TOO_LONG("portalEmailTooLong"),
    /** A setting, not an answer; parameter 2 is the greatest maximum. */
    MAXIMUM_OUT_OF_BOUNDS("portalMaximumOutOfBounds");

    private final String messageKey;

    ProfileError(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The message key. Some have a text for each attribute, under the key, a dot and its name. */
    public String messageKey() {
        return messageKey;
    }
}
