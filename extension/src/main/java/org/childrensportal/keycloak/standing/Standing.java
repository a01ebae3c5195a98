package org.childrensportal.keycloak.standing;

import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What an account was like when a journey was let in. Whatever of it is absent is not compared.
 *
 * <p>States are compared, not times: Keycloak 26.7 counts sign-outs in seconds, and the clocks of
 * two nodes differ.
 *
 * @param password which password the account had; absent in registration until the address is
 *     proven: nobody has come in yet
 * @param signOut when an administrator last signed the account, or the realm, out
 * @param address the address that the account had proven
 * @param session the session of the browser, if it was signed in already
 */
record Standing(
        Optional<String> password,
        Optional<String> signOut,
        Optional<String> address,
        Optional<String> session) {

    private static final String PASSWORD = "portal.standing.password";
    private static final String SIGN_OUT = "portal.standing.sign-out";
    private static final String ADDRESS = "portal.standing.address";
    private static final String SESSION = "portal.standing.session";

    /** The note in {@code journey}; absent if it was not let in yet. */
    static Optional<Standing> noted(AuthenticationSessionModel journey) {
        return note(journey, SIGN_OUT)
                .map(
                        signOut ->
                                new Standing(
                                        note(journey, PASSWORD),
                                        Optional.of(signOut),
                                        note(journey, ADDRESS),
                                        note(journey, SESSION)));
    }

    private static Optional<String> note(AuthenticationSessionModel journey, String name) {
        return Optional.ofNullable(journey.getAuthNote(name));
    }

    void note(AuthenticationSessionModel journey) {
        note(journey, PASSWORD, password);
        note(journey, SIGN_OUT, signOut);
        note(journey, ADDRESS, address);
        note(journey, SESSION, session);
    }

    private static void note(
            AuthenticationSessionModel journey, String name, Optional<String> value) {
        if (note(journey, name).equals(value)) {
            return;
        }
        value.ifPresentOrElse(
                present -> journey.setAuthNote(name, present), () -> journey.removeAuthNote(name));
    }

    /** The same of somebody who was let in by {@code other}. */
    Standing withPassword(String other) {
        return new Standing(password.map(now -> other), signOut, address, session);
    }

    Standing withAddress(Optional<String> other) {
        return new Standing(password, signOut, other, session);
    }
}
