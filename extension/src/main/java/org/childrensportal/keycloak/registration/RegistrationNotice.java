package org.childrensportal.keycloak.registration;

/** What registration says when nobody has made a mistake. */
enum RegistrationNotice {
    /** Somebody is signed in on this browser. */
    SIGN_OUT_FIRST("portalSignOutToRegister");

    private final String messageKey;

    RegistrationNotice(String messageKey) {
        this.messageKey = messageKey;
    }

    /** What the person reads. */
    String messageKey() {
        return messageKey;
    }
}
