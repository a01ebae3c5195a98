package org.childrensportal.keycloak.journey;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.cors.Cors;

/**
 * Refuses a token, whatever the grant. What the request has done is rolled back, most of all a
 * session that it has started; the event that says so stays.
 */
public final class TokenRefusal {

    private final KeycloakSession session;
    private final AuthenticatedClientSessionModel client;

    /** Of the token that {@code context} is about. */
    public TokenRefusal(KeycloakSession session, TokenPostProcessorContext context) {
        this.session = session;
        this.client = context.clientSessionCtx().getClientSession();
    }

    /**
     * What to throw. It is not Keycloak's TokenInterceptorException: in 26.7 the grants uma-ticket
     * and jwt-bearer report that as a fault of the server, or lose its description.
     *
     * @param reason what the client reads
     * @param eventError what the event log says
     * @param page what a person sees if the token was to go to a browser
     */
    public RuntimeException because(String reason, String eventError, Supplier<Response> page) {
        session.getTransactionManager().setRollbackOnly();
        Optional<OAuth2GrantType> grant = grant();
        event(grant.map(OAuth2GrantType::getEventType).orElse(EventType.LOGIN))
                .detail(Details.REASON, reason)
                .error(eventError);
        return grant.isPresent()
                ? new CorsErrorResponseException(
                        cors(client.getClient()),
                        OAuthErrorException.INVALID_GRANT,
                        reason,
                        Response.Status.BAD_REQUEST)
                : new ErrorPageException(page.get());
    }

    /** The grant that the request asks for; none if the implicit or hybrid flow makes the token. */
    private Optional<OAuth2GrantType> grant() {
        return Optional.ofNullable(session.getContext().getHttpRequest().getDecodedFormParameters())
                .map(form -> form.getFirst(OAuth2Constants.GRANT_TYPE))
                .map(type -> session.getProvider(OAuth2GrantType.class, type));
    }

    private EventBuilder event(EventType type) {
        UserSessionModel open = client.getUserSession();
        return new EventBuilder(open.getRealm(), session, session.getContext().getConnection())
                .event(type)
                .client(client.getClient())
                .user(open.getUser())
                .session(open);
    }

    private Cors cors(ClientModel application) {
        return Cors.builder()
                .auth()
                .allowedMethods("POST")
                .exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS)
                .checkAllowedOrigins(session, application);
    }
}
