package org.childrensportal.keycloak.journey;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.AuthorizationEndpointBase;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sends an authentication session back to sign-in: one whose address was confirmed in another
 * session, since it did not enter the code and may belong to somebody else (Keycloak's own
 * VerifyEmail does the same since 26.7), or one whose address belongs to another account.
 */
public final class SignInAgain {

    private SignInAgain() {}

    /**
     * The response that does so.
     *
     * @param messageKey what the page of sign-in says: news, not an error of the person
     */
    public static Response response(RequiredActionContext context, String messageKey) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        AuthenticationProcessor.resetFlow(session, LoginActionsService.AUTHENTICATE_PATH);
        session.removeClientNote(AuthorizationEndpointBase.APP_INITIATED_FLOW);
        new AuthenticationProcessor()
                .setAuthenticationSession(session)
                .setForwardedInfoMessage(new FormMessage(null, messageKey));
        return Response.status(Response.Status.FOUND)
                .location(
                        LoginActionsService.loginActionsBaseUrl(context.getUriInfo())
                                .path(LoginActionsService.AUTHENTICATE_PATH)
                                .queryParam(Constants.CLIENT_ID, session.getClient().getClientId())
                                .queryParam(Constants.TAB_ID, session.getTabId())
                                .queryParam(
                                        Constants.CLIENT_DATA,
                                        AuthenticationProcessor.getClientData(
                                                context.getSession(), session))
                                .build(context.getRealm().getName()))
                .build();
    }
}
