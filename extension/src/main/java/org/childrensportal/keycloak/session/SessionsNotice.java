package org.childrensportal.keycloak.session;

/** What the page of sessions says was done. */
enum SessionsNotice {
    ONE_ENDED("portalSessionsEnded"),
    OTHERS_ENDED("portalSessionsOthersEnded");

    private final String messageKey;

    SessionsNotice(String messageKey) {
        this.messageKey = messageKey;
    }

    String messageKey() {
        return messageKey;
    }
}
