package org.childrensportal.keycloak.journey;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.protocol.AuthorizationEndpointBase;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel;

/**
 * Sends a person back to sign-in, in a journey of its own. Either its address was confirmed in
 * another journey: the code was not entered in this one, which may belong to somebody else
 * (Keycloak's own VerifyEmail does the same since 26.7). Or its address belongs to another account.
 * The journey that ends here is left as it is: other requests of it may be under way, and would
 * fail if its account were taken from it.
 */
public final class SignInAgain {

    private SignInAgain() {}

    /**
     * The redirect to sign-in.
     *
     * @param messageKey what the sign-in page says: news, not an error of the person
     */
    public static Response response(RequiredActionContext context, String messageKey) {
        AuthenticationSessionModel journey =
                AuthenticationProcessor.clone(
                        context.getSession(), context.getAuthenticationSession());
        // Begun anew, like an application's own.
        journey.removeAuthNote(AuthenticationProcessor.FORKED_FROM);
        journey.removeAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS);
        journey.setAuthNote(
                AuthenticationProcessor.CURRENT_FLOW_PATH, LoginActionsService.AUTHENTICATE_PATH);
        journey.setAction(CommonClientSessionModel.Action.AUTHENTICATE.name());
        journey.removeClientNote(AuthorizationEndpointBase.APP_INITIATED_FLOW);
        new AuthenticationProcessor()
                .setAuthenticationSession(journey)
                .setForwardedInfoMessage(new FormMessage(null, messageKey));
        return Response.status(Response.Status.FOUND)
                .location(
                        new JourneyAddress(context.getSession(), context.getUriInfo(), journey)
                                .signIn())
                .build();
    }
}
