package org.childrensportal.keycloak.journey;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A page that says that people cannot go on until an administrator puts something right. It is
 * Keycloak's error page, which every theme has.
 */
public enum RefusalPage {
    CANNOT_REGISTER(
            "portalCannotRegister",
            "portalCannotRegister.text",
            Response.Status.SERVICE_UNAVAILABLE,
            "portal_registration_not_ready"),
    CANNOT_SIGN_IN(
            "portalCannotSignIn",
            "portalCannotSignIn.text",
            Response.Status.FORBIDDEN,
            Errors.RESOLVE_REQUIRED_ACTIONS),
    CANNOT_OPEN_ACCOUNT(
            "portalCannotOpenAccount",
            "portalCannotOpenAccount.text",
            Response.Status.FORBIDDEN,
            Errors.NOT_ALLOWED),
    CANNOT_CLOSE(
            "portalCannotClose",
            "portalCannotClose.text",
            Response.Status.FORBIDDEN,
            Errors.USER_DELETE_ERROR),
    CANNOT_CLOSE_YET(
            "portalCannotCloseYet",
            "portalCannotCloseYet.text",
            Response.Status.FORBIDDEN,
            "portal_address_may_be_changed_back");

    private final String titleKey;
    private final String textKey;
    private final Response.Status status;
    private final String eventError;

    RefusalPage(String titleKey, String textKey, Response.Status status, String eventError) {
        this.titleKey = titleKey;
        this.textKey = textKey;
        this.status = status;
        this.eventError = eventError;
    }

    /** What the event log says of it. */
    public String eventError() {
        return eventError;
    }

    /** The page, in the language of the journey if there is one. */
    public Response response(KeycloakSession session, AuthenticationSessionModel journey) {
        return session.getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(journey)
                .setAttribute("refusal", titleKey)
                .setError(textKey)
                .createErrorPage(status);
    }
}
