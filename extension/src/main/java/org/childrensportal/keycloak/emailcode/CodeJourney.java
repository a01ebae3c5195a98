package org.childrensportal.keycloak.emailcode;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What one authentication session has been through, in its notes. */
final class CodeJourney {

    private static final String ADDRESS_ASKED = "portal.code.asked";
    private static final String ADDRESS_SENT_TO = "portal.code.sent";
    private static final String REFUSED = "portal.code.refused";
    private static final String REFUSED_UNTIL = "portal.code.refused-until";
    private static final String CODE_ENTERED = "portal.code.entered";
    private static final String YES = "true";

    private final AuthenticationSessionModel session;

    CodeJourney(AuthenticationSessionModel session) {
        this.session = session;
    }

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

    /** Whether a code was sent to {@code address} that this session asks for. */
    boolean wasSentTo(String address) {
        return Objects.equals(address, session.getAuthNote(ADDRESS_SENT_TO));
    }

    void sendTo(String address) {
        session.setAuthNote(ADDRESS_SENT_TO, address);
    }

    /** Why the first code was not sent when it was asked for last, if a limit forbade it. */
    Optional<IssueResult.TooSoon> refusal() {
        return Optional.ofNullable(session.getAuthNote(REFUSED))
                .map(
                        limited ->
                                new IssueResult.TooSoon(
                                        limited,
                                        Instant.ofEpochMilli(
                                                Long.parseLong(
                                                        session.getAuthNote(REFUSED_UNTIL)))));
    }

    void refuse(IssueResult.TooSoon tooSoon) {
        session.setAuthNote(REFUSED, tooSoon.limited());
        session.setAuthNote(REFUSED_UNTIL, String.valueOf(tooSoon.next().toEpochMilli()));
    }

    void forgetRefusal() {
        session.removeAuthNote(REFUSED);
        session.removeAuthNote(REFUSED_UNTIL);
    }

    boolean hasEnteredCode() {
        return YES.equals(session.getAuthNote(CODE_ENTERED));
    }

    void enterCode() {
        session.setAuthNote(CODE_ENTERED, YES);
    }
}
