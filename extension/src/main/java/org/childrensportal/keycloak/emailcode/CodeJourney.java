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

    /** Whether the account was made in this journey. */
    boolean isRegistration() {
        return YES.equals(session.getAuthNote(AuthenticationManager.NEW_USER_REGISTERED))
                || YES.equals(
                        session.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    /** Whether this journey has been asked for the code of {@code address} before. */
    boolean wasAskedFor(String address) {
        return Objects.equals(address, session.getAuthNote(ADDRESS_ASKED));
    }

    boolean wasAsked() {
        return session.getAuthNote(ADDRESS_ASKED) != null;
    }

    /** From now on the journey goes on only when the code has been entered in it. */
    void askFor(String address) {
        session.setAuthNote(ADDRESS_ASKED, address);
        session.addRequiredAction(VerifyEmailCodeFactory.ID);
    }

    /** Whether a code that this journey asks for was sent to {@code address}. */
    boolean wasSentTo(String address) {
        return Objects.equals(address, session.getAuthNote(ADDRESS_SENT_TO));
    }

    void sendTo(String address) {
        session.setAuthNote(ADDRESS_SENT_TO, address);
    }

    /** The limit that forbade the first code when it was last asked for, if one did. */
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
