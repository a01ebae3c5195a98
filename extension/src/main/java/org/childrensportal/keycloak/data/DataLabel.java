package org.childrensportal.keycloak.data;

/** What the page of a person's data calls its parts. */
enum DataLabel {
    ACCOUNT("portalDataAccount"),
    ADDRESS("portalEmailAddress"),
    MADE("portalDataMade"),
    SIGN_IN("portalDataSignIn"),
    PASSWORD("portalDataPassword"),
    EARLIER_PASSWORD("portalDataEarlierPassword"),
    AUTHENTICATOR_APP("portalDataApp"),
    PASSKEY("portalDataPasskey"),
    OTHER_WAY("portalDataOtherWay"),
    ELSEWHERE("portalDataElsewhere"),
    ALLOWED("portalDataAllowed"),
    ROLES("portalDataRoles"),
    GROUPS("portalDataGroups"),
    MORE("portalDataMore"),
    SESSIONS("portalDataSessions"),
    ADDRESS_CHANGES("portalDataAddressChanges"),
    COUNTED("portalDataCounted");

    private final String messageKey;

    DataLabel(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The message key in the brackets in which Keycloak has those of attributes. */
    String inBrackets() {
        return "${" + messageKey + "}";
    }
}
