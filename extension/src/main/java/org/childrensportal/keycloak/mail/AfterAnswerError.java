package org.childrensportal.keycloak.mail;

/** Why work after an answer is not done. */
public enum AfterAnswerError {
    /** So much work waits already that there is no room for more. */
    NO_ROOM("portal_after_answer_full");

    private final String eventError;

    AfterAnswerError(String eventError) {
        this.eventError = eventError;
    }

    /** The error of the event that tells administrators. */
    public String eventError() {
        return eventError;
    }
}
