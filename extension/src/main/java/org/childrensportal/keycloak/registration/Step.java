package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.FormContext;
import org.keycloak.models.Constants;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The form pages of registration. Each has an address of its own ({@code …/registration?…&step=…})
 * that a person can reload, and that the browser's Back button finds again.
 */
enum Step {
    DETAILS("details", "portal-details-page"),
    ACCOUNT("account", "portal-account-page");

    private static final String PARAMETER = "step";

    private final String id;
    private final String providerId;

    Step(String id, String providerId) {
        this.id = id;
        this.providerId = providerId;
    }

    String providerId() {
        return providerId;
    }

    /** Whether the request asks for this page by its address. */
    boolean isRequested(UriInfo uri) {
        return id.equals(uri.getQueryParameters().getFirst(PARAMETER));
    }

    /** The page's address in this journey. It holds no secret and starts nothing. */
    URI address(FormContext context) {
        AuthenticationSessionModel journey = context.getAuthenticationSession();
        return LoginActionsService.registrationFormProcessor(context.getUriInfo())
                .queryParam(Constants.CLIENT_ID, journey.getClient().getClientId())
                .queryParam(Constants.TAB_ID, journey.getTabId())
                .queryParam(
                        Constants.CLIENT_DATA,
                        AuthenticationProcessor.getClientData(context.getSession(), journey))
                .queryParam(PARAMETER, id)
                .build(context.getRealm().getName());
    }

    /** Sends the browser to the page's address. */
    Response redirect(FormContext context) {
        return Response.status(Response.Status.FOUND).location(address(context)).build();
    }

    /** Whether the request is a form of the page being processed, which came back with errors. */
    static boolean isOwnSubmission(FormContext context) {
        String submitted = context.getUriInfo().getQueryParameters().getFirst(Constants.EXECUTION);
        return "POST".equals(context.getHttpRequest().getHttpMethod())
                && context.getExecution().getId().equals(submitted);
    }
}
