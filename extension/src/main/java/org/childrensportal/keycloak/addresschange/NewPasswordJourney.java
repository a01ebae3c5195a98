package org.childrensportal.keycloak.addresschange;

import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.SystemClientUtil;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;

/**
 * A journey in which somebody who has taken their account back chooses a new password. It signs
 * nobody in: that needs the new password.
 */
final class NewPasswordJourney {

    private final KeycloakSession session;
    private final RealmModel realm;

    NewPasswordJourney(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** The redirect to its page. */
    Response begin(UserModel user) {
        // As Keycloak 26.7 does for a link that begins without an application
        // (LoginActionsService.createAuthenticationSessionForClient).
        ClientModel client = client();
        session.getContext().setClient(client);
        AuthenticationSessionModel journey =
                new AuthenticationSessionManager(session)
                        .createAuthenticationSession(realm, true)
                        .createAuthenticationSession(client);
        journey.setAction(CommonClientSessionModel.Action.REQUIRED_ACTIONS.name());
        journey.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        journey.setClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM, OAuth2Constants.CODE);
        journey.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        journey.setAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS, "true");
        journey.setAuthenticatedUser(user);
        journey.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
        session.getContext().setAuthenticationSession(journey);
        EventBuilder event =
                new EventBuilder(realm, session, session.getContext().getConnection())
                        .event(EventType.UPDATE_CREDENTIAL)
                        .client(client)
                        .user(user);
        return AuthenticationManager.redirectToRequiredActions(
                session,
                realm,
                journey,
                session.getContext().getUri(),
                AuthenticationManager.nextRequiredAction(
                        session, journey, session.getContext().getHttpRequest(), event));
    }

    /** The account application, from whose page people change their address. */
    private ClientModel client() {
        ClientModel account =
                session.clients()
                        .getClientByClientId(realm, Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        return account != null && account.isEnabled()
                ? account
                : SystemClientUtil.getSystemClient(realm);
    }
}
