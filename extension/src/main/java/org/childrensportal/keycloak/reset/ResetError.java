package org.childrensportal.keycloak.reset;

/** Why no link to choose a new password is mailed, where Keycloak has no word for it. */
enum ResetError {
    /** A limit forbids it. */
    TOO_MANY_MAILS("portal_send_refused_reset_mails");

    private final String eventError;

    ResetError(String eventError) {
        this.eventError = eventError;
    }

    /** The error of the event. */
    String eventError() {
        return eventError;
    }
}
