package org.childrensportal.keycloak.profile;

import java.util.EnumSet;
import java.util.Set;

/** What can be wrong with an attribute of the user profile, by the portal's own rules. */
public enum ProfileError {
    MISSING("portalMissing"),
    /** Parameter 1 is the maximum number of characters. */
    TOO_LONG("portalTooLong"),
    CONTROL_CHARACTER("portalControlCharacter"),
    /** The database cannot store it, in an emoji for instance. */
    NOT_STORABLE("portalNotStorable"),
    /** Not a full UK postcode. */
    NOT_A_POSTCODE("portalPostcode"),
    /** The number of a British Forces Post Office, which has a postcode too. */
    BFPO_NUMBER("portalPostcodeBfpo"),
    /** A postcode of another country. */
    OVERSEAS_POSTCODE("portalPostcodeOverseas"),
    /** Parameter 1 is the maximum number of octets. */
    EMAIL_TOO_LONG("portalEmailTooLong"),
    /** A setting, not an answer; parameter 2 is the greatest maximum. */
    MAXIMUM_OUT_OF_BOUNDS("portalMaximumOutOfBounds");

    /** Those that say at each field what to do there: "Enter your forename". */
    private static final Set<ProfileError> BY_ATTRIBUTE =
            EnumSet.of(MISSING, TOO_LONG, CONTROL_CHARACTER);

    private final String messageKey;

    ProfileError(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The message key. Some have a text for each attribute, under the key, a dot and its name. */
    public String messageKey() {
        return messageKey;
    }

    /**
     * The message key at the field of {@code attribute}. An attribute that an administrator added
     * has the general text.
     */
    public String messageKey(String attribute) {
        return BY_ATTRIBUTE.contains(this) && ProfileAttribute.DETAILS.contains(attribute)
                ? messageKey + "." + attribute
                : messageKey;
    }
}
