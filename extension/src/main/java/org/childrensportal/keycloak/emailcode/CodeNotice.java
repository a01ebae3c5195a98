package org.childrensportal.keycloak.emailcode;

/** What the code page says when nothing is wrong. */
enum CodeNotice {
    SENT("portalCodeSent"),
    NOT_SENT_YET("portalCodeNotYet"),
    WAIT_SECONDS("portalCodeWaitSeconds"),
    WAIT_MINUTES("portalCodeWaitMinutes");

    private final String messageKey;

    CodeNotice(String messageKey) {
        this.messageKey = messageKey;
    }

    String messageKey() {
        return messageKey;
    }
}
