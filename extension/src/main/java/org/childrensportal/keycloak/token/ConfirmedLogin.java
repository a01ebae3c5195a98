package org.childrensportal.keycloak.token;

import jakarta.ws.rs.core.Response;
import org.childrensportal.keycloak.unavailable.RefusalPage;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.services.ErrorPageException;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's OpenID Connect, which does not send anybody back to an application whose address is
 * not confirmed. With the required action switched on nobody comes here without; with it off,
 * people meet a page that says so, and not an application that fails on the code it was given.
 */
final class ConfirmedLogin extends OIDCLoginProtocol {

    ConfirmedLogin(OIDCProviderConfig config) {
        super(config);
    }

    @Override
    public Response authenticated(
            AuthenticationSessionModel authSession,
            UserSessionModel userSession,
            ClientSessionContext client) {
        if (UnconfirmedAccount.has(userSession)) {
            new UnconfirmedAccount(userSession)
                    .refuse(session, authSession.getClient(), EventType.LOGIN);
            throw new ErrorPageException(RefusalPage.CANNOT_SIGN_IN.response(session, authSession));
        }
        return super.authenticated(authSession, userSession, client);
    }
}
