package org.childrensportal.keycloak.signin;

/** Why somebody does not come in, where Keycloak has no word for it. */
enum SignInError {
    /** No account claims the address. */
    NO_CLAIMANT("portal_no_claim");

    private final String eventError;

    SignInError(String eventError) {
        this.eventError = eventError;
    }

    /** The error of the event. */
    String eventError() {
        return eventError;
    }
}
