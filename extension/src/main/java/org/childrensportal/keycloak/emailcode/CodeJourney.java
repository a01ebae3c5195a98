package org.childrensportal.keycloak.emailcode;

import java.util.Objects;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What one authentication session has been through, in its notes. */
record CodeJourney(AuthenticationSessionModel session) {

    private static final String ADDRESS_ASKED = "portal.code.asked";
    private static final String CODE_ENTERED = "portal.code.entered";
    private static final String YES = "true";

    /** Whether the account was made in this session: only then may its address be changed. */
    boolean isRegistration() {
        return YES.equals(session.getAuthNote(AuthenticationManager.NEW_USER_REGISTERED))
                || YES.equals(
                        session.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    /** Whether this session has been asked for the code of {@code address} before. */
    boolean wasAskedFor(String address) {
        return Objects.equals(address, session.getAuthNote(ADDRESS_ASKED));
    }

    boolean wasAsked() {
        return session.getAuthNote(ADDRESS_ASKED) != null;
    }

    /** From now on the session goes on only when the code has been entered in it. */
    void askFor(String address) {
        session.setAuthNote(ADDRESS_ASKED, address);
        session.addRequiredAction(VerifyEmailCodeFactory.ID);
    }

    boolean hasEnteredCode() {
        return YES.equals(session.getAuthNote(CODE_ENTERED));
    }

    void enterCode() {
        session.setAuthNote(CODE_ENTERED, YES);
    }
}
