package org.childrensportal.keycloak.standing;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * The sessions that an account has when it is given another password, offline ones too. Whoever
 * gives it may keep them: they know of it, so that one that began a moment before is not taken for
 * one that an earlier password let in meanwhile. Those that are such, of the password before, are
 * ended here: they would look older than the new one.
 */
public final class KeptSessions {

    private final List<UserSessionModel> sessions;

    private KeptSessions(List<UserSessionModel> sessions) {
        this.sessions = sessions;
    }

    /** Those of {@code user}, whose password is about to be another. */
    public static KeptSessions of(KeycloakSession session, RealmModel realm, UserModel user) {
        String now = SessionPassword.of(user);
        List<UserSessionModel> noted =
                Stream.concat(
                                session.sessions().getUserSessionsStream(realm, user),
                                session.sessions().getOfflineUserSessionsStream(realm, user))
                        .filter(SessionPassword::isNoted)
                        .toList();
        noted.stream()
                .filter(open -> SessionPassword.isOutdated(open, now))
                .forEach(open -> SessionPassword.remove(session, realm, open));
        return new KeptSessions(
                noted.stream().filter(open -> !SessionPassword.isOutdated(open, now)).toList());
    }

    /**
     * The account has its new password.
     *
     * @param date of the password, in milliseconds
     */
    public void know(long date) {
        sessions.forEach(open -> SessionPassword.note(open, String.valueOf(date)));
    }
}
