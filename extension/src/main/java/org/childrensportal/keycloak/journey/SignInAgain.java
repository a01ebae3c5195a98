package org.childrensportal.keycloak.journey;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.protocol.AuthorizationEndpointBase;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sends a journey back to sign-in. Either its address was confirmed in another journey: the code
 * was not entered in this one, which may belong to somebody else (Keycloak's own VerifyEmail does
 * the same since 26.7). Or its address belongs to another account.
 */
public final class SignInAgain {

    private SignInAgain() {}

    /**
     * The redirect to sign-in.
     *
     * @param messageKey what the sign-in page says
     */
    public static Response response(RequiredActionContext context, String messageKey) {
        AuthenticationSessionModel journey = context.getAuthenticationSession();
        AuthenticationProcessor.resetFlow(journey, LoginActionsService.AUTHENTICATE_PATH);
        journey.removeClientNote(AuthorizationEndpointBase.APP_INITIATED_FLOW);
        journey.setAuthNote(LoginActionsService.FORWARDED_ERROR_MESSAGE_NOTE, messageKey);
        return Response.status(Response.Status.FOUND)
                .location(
                        new JourneyAddress(context.getSession(), context.getUriInfo(), journey)
                                .signIn())
                .build();
    }
}
