package org.childrensportal.keycloak.journey;

import jakarta.ws.rs.core.Response;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A page for what people cannot do until an administrator puts something right. It is Keycloak's
 * error page, which every theme has.
 */
public enum RefusalPage {
    CANNOT_REGISTER("portalCannotRegister", Response.Status.SERVICE_UNAVAILABLE),
    CANNOT_SIGN_IN("portalCannotSignIn", Response.Status.FORBIDDEN);

    private final String message;
    private final Response.Status status;

    RefusalPage(String message, Response.Status status) {
        this.message = message;
        this.status = status;
    }

    /** The page, in the language of the journey if there is one. */
    public Response response(KeycloakSession session, AuthenticationSessionModel journey) {
        return session.getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(journey)
                .setAttribute("refusal", message)
                .setError(message + ".text")
                .createErrorPage(status);
    }
}
