package org.childrensportal.keycloak.account;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;

/**
 * Removes an account as an administrator does, after every session of it has been ended:
 * applications are told, and tokens of those that work while the person is away end as well.
 */
final class AccountRemoval {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    AccountRemoval(KeycloakSession session, UserModel user) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.user = user;
    }

    /**
     * Removes it.
     *
     * @return false if a user store does not let it go
     */
    boolean remove() {
        session.sessions()
                .getUserSessionsStream(realm, user)
                .toList()
                .forEach(
                        userSession ->
                                AuthenticationManager.backchannelLogout(
                                        session, userSession, true));
        UserSessionManager offline = new UserSessionManager(session);
        for (UserSessionModel away :
                session.sessions().getOfflineUserSessionsStream(realm, user).toList()) {
            offline.revokeOfflineUserSession(away);
        }
        return new UserManager(session).removeUser(realm, user);
    }
}
