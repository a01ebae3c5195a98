package org.childrensportal.keycloak.emailcode;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What has happened in one journey, kept in the notes of its authentication session. */
final class CodeJourney {

    private static final String ADDRESS_ASKED = "asked";
    private static final String ADDRESS_SENT_TO = "sent";
    private static final String REFUSED = "refused";
    private static final String REFUSED_UNTIL = "refused-until";
    private static final String CODE_ENTERED = "entered";
    private static final String YES = "true";

    private final AuthenticationSessionModel session;

    private final String prefix;

    /**
     * @param action the id of the required action that asks for the code
     */
    CodeJourney(AuthenticationSessionModel session, String action) {
        this.session = session;
        this.prefix = "portal.code." + action + ".";
    }

    private String note(String name) {
        return session.getAuthNote(prefix + name);
    }

    private void note(String name, String value) {
        session.setAuthNote(prefix + name, value);
    }

    /** Whether the account was made in this journey. */
    boolean isRegistration() {
        return YES.equals(session.getAuthNote(AuthenticationManager.NEW_USER_REGISTERED))
                || YES.equals(
                        session.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    /** Whether this journey has been asked for the code of {@code address} before. */
    boolean wasAskedFor(String address) {
        return Objects.equals(address, note(ADDRESS_ASKED));
    }

    boolean wasAsked() {
        return note(ADDRESS_ASKED) != null;
    }

    /** From now on the journey goes on only when the code has been entered in it. */
    void askFor(String address) {
        note(ADDRESS_ASKED, address);
    }

    /** Whether a code that this journey asks for was sent to {@code address}. */
    boolean wasSentTo(String address) {
        return Objects.equals(address, note(ADDRESS_SENT_TO));
    }

    void sendTo(String address) {
        note(ADDRESS_SENT_TO, address);
    }

    /** The limit that forbade the first code when it was last asked for, if one did. */
    Optional<IssueResult.TooSoon> refusal() {
        return Optional.ofNullable(note(REFUSED))
                .map(
                        limited ->
                                new IssueResult.TooSoon(
                                        limited,
                                        Instant.ofEpochMilli(Long.parseLong(note(REFUSED_UNTIL)))));
    }

    void refuse(IssueResult.TooSoon tooSoon) {
        note(REFUSED, tooSoon.limited());
        note(REFUSED_UNTIL, String.valueOf(tooSoon.next().toEpochMilli()));
    }

    void forgetRefusal() {
        session.removeAuthNote(prefix + REFUSED);
        session.removeAuthNote(prefix + REFUSED_UNTIL);
    }

    boolean hasEnteredCode() {
        return YES.equals(note(CODE_ENTERED));
    }

    void enterCode() {
        note(CODE_ENTERED, YES);
    }
}
