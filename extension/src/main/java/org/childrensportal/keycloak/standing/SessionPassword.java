package org.childrensportal.keycloak.standing;

import java.time.Duration;
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
 * unless whoever chose it wanted to keep them.
 */
public final class SessionPassword {

    /** The date of the password, in milliseconds; no secret. */
    private static final String NOTE = "portal.password";

    private static final String NONE = "none";

    /** Longer than a request takes, and more than two nodes' clocks differ by. */
    private static final Duration SIGN_IN = Duration.ofMinutes(1);

    private SessionPassword() {}

    /**
     * The password that an account has at the moment, by its date. A hash that is made anew of the
     * same password keeps its date.
     */
    static String of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(credential -> String.valueOf(credential.getCreatedDate()))
                .orElse(NONE);
    }

    /** Whoever is in {@code journey} was let in by {@code password}. */
    static void note(AuthenticationSessionModel journey, String password) {
        journey.setUserSessionNote(NOTE, password);
    }

    /** Whether another password was chosen while {@code open} began. */
    public static boolean isOutdated(UserSessionModel open) {
        String noted = open.getNote(NOTE);
        if (noted == null) {
            return false;
        }
        String now = of(open.getUser());
        return !noted.equals(now)
                && (now.equals(NONE)
                        || Duration.ofSeconds(open.getStarted())
                                        .plus(SIGN_IN)
                                        .compareTo(Duration.ofMillis(Long.parseLong(now)))
                                >= 0);
    }

    /**
     * Ends it in a transaction of its own, because the request that found it may be rolled back.
     */
    public static void end(KeycloakSession session, UserSessionModel open) {
        String realmId = open.getRealm().getId();
        String id = open.getId();
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(),
                own -> {
                    RealmModel realm = own.realms().getRealm(realmId);
                    own.getContext().setRealm(realm);
                    UserSessionModel found = own.sessions().getUserSession(realm, id);
                    if (found != null) {
                        own.sessions().removeUserSession(realm, found);
                    }
                });
    }
}
