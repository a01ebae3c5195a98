package org.childrensportal.keycloak.standing;

import org.keycloak.events.Errors;

/** Why a journey has lost its standing: what the person reads, and what the event log says. */
public enum StandingError {
    REMOVED("portalStandingRemoved", Errors.USER_NOT_FOUND),
    DISABLED("portalStandingDisabled", Errors.USER_DISABLED),
    PASSWORD_CHANGED("portalStandingPassword", "portal_standing_password_changed"),
    ADDRESS_CHANGED("portalStandingAddress", "portal_standing_address_changed"),
    SIGNED_OUT("portalStandingSignedOut", "portal_standing_signed_out");

    private final String messageKey;
    private final String eventError;

    StandingError(String messageKey, String eventError) {
        this.messageKey = messageKey;
        this.eventError = eventError;
    }

    String messageKey() {
        return messageKey;
    }

    String eventError() {
        return eventError;
    }

    /** The heading of the page. */
    String titleKey() {
        return canSignInAgain() ? "portalStandingTitle" : "portalStandingOffTitle";
    }

    /** Whether the person can sign in again. */
    boolean canSignInAgain() {
        return this != REMOVED && this != DISABLED;
    }
}
