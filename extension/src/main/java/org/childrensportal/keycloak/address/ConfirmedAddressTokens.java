package org.childrensportal.keycloak.address;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.childrensportal.keycloak.journey.RefusalPage;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.cors.Cors;

/**
 * Refuses every token for an account whose address is not confirmed, whatever the grant. Keycloak
 * 26.7 calls this before it signs any token, but checks required actions only when somebody signs
 * in.
 */
final class ConfirmedAddressTokens implements TokenPostProcessor {

    private final KeycloakSession session;

    ConfirmedAddressTokens(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void process(TokenPostProcessorContext context) {
        AuthenticatedClientSessionModel client = context.clientSessionCtx().getClientSession();
        if (UnconfirmedAccount.has(client.getUserSession())) {
            throw grant().map(grant -> refuseAtTokenEndpoint(grant, client))
                    .orElseGet(() -> refuseInBrowser(client));
        }
    }

    /** The grant that the request asks for; none if the implicit or hybrid flow makes the token. */
    private Optional<OAuth2GrantType> grant() {
        return Optional.ofNullable(session.getContext().getHttpRequest().getDecodedFormParameters())
                .map(form -> form.getFirst(OAuth2Constants.GRANT_TYPE))
                .map(type -> session.getProvider(OAuth2GrantType.class, type));
    }

    /**
     * Does not throw Keycloak's TokenInterceptorException: in 26.7 the grants uma-ticket and
     * jwt-bearer report it as a fault of the server, or lose its description.
     */
    private RuntimeException refuseAtTokenEndpoint(
            OAuth2GrantType grant, AuthenticatedClientSessionModel client) {
        refuse(client, grant.getEventType());
        return new CorsErrorResponseException(
                cors(client.getClient()),
                OAuthErrorException.INVALID_GRANT,
                UnconfirmedAccount.REASON,
                Response.Status.BAD_REQUEST);
    }

    private RuntimeException refuseInBrowser(AuthenticatedClientSessionModel client) {
        refuse(client, EventType.LOGIN);
        return new ErrorPageException(
                RefusalPage.CANNOT_SIGN_IN.response(
                        session, session.getContext().getAuthenticationSession()));
    }

    private void refuse(AuthenticatedClientSessionModel client, EventType type) {
        new UnconfirmedAccount(client.getUserSession()).refuse(session, client.getClient(), type);
    }

    private Cors cors(ClientModel client) {
        return Cors.builder()
                .auth()
                .allowedMethods("POST")
                .exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS)
                .checkAllowedOrigins(session, client);
    }
}
