package org.childrensportal.keycloak.standing;

import java.time.Duration;
import java.util.Optional;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Which password a session was let in by: a note of the session. While a sign-in compares a
 * password, its owner may choose another one. The session that comes of it is too late to be ended
 * with the others, so it is refused wherever it is used.
 *
 * <p>Sessions that are older than the new password stay as they are: they were ended with it,
 * unless whoever chose it wanted to keep them ({@link KeptSessions}).
 */
public final class SessionPassword {

    /** The date of the password, in milliseconds; no secret. */
    private static final String NOTE = "portal.password";

    /** Of which account a journey has compared the password, and which: a note of the journey. */
    private static final String COMPARED = "portal.password.compared";

    private SessionPassword() {}

    /**
     * The password that an account has at the moment, by its date. A hash that is made anew of the
     * same password keeps its date.
     */
    static String of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(CredentialModel::getCreatedDate)
                .map(String::valueOf)
                .orElse(LetIn.NONE);
    }

    /** The password of {@code user} was just compared, and was right. */
    public static void noteCompared(KeycloakSession session, UserModel user) {
        Optional.ofNullable(session.getContext().getAuthenticationSession())
                .ifPresent(journey -> journey.setAuthNote(COMPARED, user.getId() + " " + of(user)));
    }

    /** The password of {@code user} that was compared in {@code journey}. */
    static Optional<String> compared(AuthenticationSessionModel journey, UserModel user) {
        return Optional.ofNullable(journey.getAuthNote(COMPARED))
                .filter(noted -> noted.startsWith(user.getId() + " "))
                .map(noted -> noted.substring(user.getId().length() + 1));
    }

    /** Whoever is in {@code journey} was let in by {@code password}. */
    static void note(AuthenticationSessionModel journey, String password) {
        journey.setUserSessionNote(NOTE, password);
    }

    /** {@code open} was let in by {@code password}, or was kept when it was chosen. */
    static void note(UserSessionModel open, String password) {
        open.setNote(NOTE, password);
    }

    static boolean isNoted(UserSessionModel open) {
        return open.getNote(NOTE) != null;
    }

    /** Whether another password was chosen while {@code open} began. */
    public static boolean isOutdated(UserSessionModel open) {
        return isNoted(open) && isOutdated(open, of(open.getUser()));
    }

    /** The same of one with a note, whose account has the password {@code now}. */
    static boolean isOutdated(UserSessionModel open, String now) {
        return (now.equals(LetIn.NONE) ? wasEnded(open) : beganMeanwhile(open, now))
                && new PortalRealm(open.getRealm()).isPortal();
    }

    /**
     * Whether the password of {@code open} is an earlier one, though there is none in its place
     * yet. One that an administrator has removed is none: Keycloak keeps its sessions.
     */
    private static boolean wasEnded(UserSessionModel open) {
        return open.getUser()
                .credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.PASSWORD_HISTORY)
                .map(earlier -> String.valueOf(earlier.getCreatedDate()))
                .anyMatch(open.getNote(NOTE)::equals);
    }

    private static boolean beganMeanwhile(UserSessionModel open, String now) {
        return new LetIn(open.getNote(NOTE), Duration.ofSeconds(open.getStarted()))
                .isWhileChosen(now);
    }

    /**
     * Ends it, and what it has of offline tokens, in a transaction of its own, because the request
     * that found it may be rolled back.
     */
    public static void end(KeycloakSession session, UserSessionModel open) {
        String realmId = open.getRealm().getId();
        String id = open.getId();
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(),
                own -> {
                    RealmModel realm = own.realms().getRealm(realmId);
                    own.getContext().setRealm(realm);
                    Optional.ofNullable(own.sessions().getUserSession(realm, id))
                            .ifPresent(one -> remove(own, realm, one));
                    Optional.ofNullable(own.sessions().getOfflineUserSession(realm, id))
                            .ifPresent(one -> remove(own, realm, one));
                });
    }

    static void remove(KeycloakSession session, RealmModel realm, UserSessionModel open) {
        if (open.isOffline()) {
            session.sessions().removeOfflineUserSession(realm, open);
        } else {
            session.sessions().removeUserSession(realm, open);
        }
    }
}
