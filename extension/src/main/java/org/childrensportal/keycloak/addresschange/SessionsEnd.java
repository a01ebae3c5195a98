package org.childrensportal.keycloak.addresschange;

import java.util.List;
import java.util.stream.Stream;
import org.childrensportal.keycloak.mail.AfterAnswer;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Ends every session of an account, on all nodes, offline ones too. A request that was under way
 * may make one more a moment later: so sessions are ended again and again for some seconds, until a
 * new password is chosen, which ends them as well.
 */
final class SessionsEnd {

    private static final Logger LOG = Logger.getLogger(SessionsEnd.class);

    /** Each comes up to two seconds after the one before. */
    private static final int TIMES = 10;

    private final String realmId;
    private final String account;

    SessionsEnd(String realmId, String account) {
        this.realmId = realmId;
        this.account = account;
    }

    /** Ends them now, and tells the applications that want to know. */
    static void now(KeycloakSession session, RealmModel realm, UserModel user) {
        all(session, realm, user)
                .forEach(
                        userSession ->
                                AuthenticationManager.backchannelLogout(
                                        session, userSession, true));
    }

    private static List<UserSessionModel> all(
            KeycloakSession session, RealmModel realm, UserModel user) {
        return Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .toList();
    }

    /** Has them ended again, once the transaction of {@code session} is committed. */
    void later(KeycloakSession session) {
        later(session, TIMES);
    }

    private void later(KeycloakSession session, int times) {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null
                && times > 0
                && !AfterAnswer.run(
                        session,
                        realm,
                        () ->
                                KeycloakModelUtils.runJobInTransaction(
                                        factory, own -> again(own, times - 1)))) {
            LOG.errorf("Sessions of user %s are not ended once more", account);
        }
    }

    private void again(KeycloakSession session, int times) {
        RealmModel realm = session.realms().getRealm(realmId);
        session.getContext().setRealm(realm);
        UserModel user = realm == null ? null : session.users().getUserById(realm, account);
        if (user == null || hasPassword(user)) {
            return;
        }
        all(session, realm, user).forEach(userSession -> remove(session, realm, userSession));
        later(session, times);
    }

    private static void remove(
            KeycloakSession session, RealmModel realm, UserSessionModel userSession) {
        if (userSession.isOffline()) {
            session.sessions().removeOfflineUserSession(realm, userSession);
        } else {
            session.sessions().removeUserSession(realm, userSession);
        }
    }

    /** Whether a new one was chosen. */
    private static boolean hasPassword(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findAny()
                .isPresent();
    }
}
