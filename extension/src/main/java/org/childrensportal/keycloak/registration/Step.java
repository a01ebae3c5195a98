package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
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

    /**
     * The page's address in this journey. It holds no secret and starts nothing; its form is sent
     * there too, see {@link StepForm}.
     */
    URI address(FormContext context) {
        return journeyAddress(context).queryParam(PARAMETER, id).build(realm(context));
    }

    /** Sends the browser to the page's address. */
    Response redirect(FormContext context) {
        return Response.status(Response.Status.FOUND).location(address(context)).build();
    }

    /** Whether the request asks for any page by its address. */
    static boolean isAddress(UriInfo uri) {
        return uri.getQueryParameters().containsKey(PARAMETER);
    }

    /** Sends the browser to the page's address with the form that it has just sent. */
    Response resend(FormContext context) {
        return Response.temporaryRedirect(address(context)).build();
    }

    /** Sends the browser to what comes after registration, once its account is made. */
    static Response afterRegistration(FormContext context) {
        URI next =
                inJourney(
                                context,
                                LoginActionsService.requiredActionProcessor(context.getUriInfo()))
                        .build(realm(context));
        return Response.status(Response.Status.FOUND).location(next).build();
    }

    private static String realm(FormContext context) {
        return context.getRealm().getName();
    }

    private static UriBuilder journeyAddress(FormContext context) {
        return inJourney(
                context, LoginActionsService.registrationFormProcessor(context.getUriInfo()));
    }

    private static UriBuilder inJourney(FormContext context, UriBuilder page) {
        AuthenticationSessionModel journey = context.getAuthenticationSession();
        return page.queryParam(Constants.CLIENT_ID, journey.getClient().getClientId())
                .queryParam(Constants.TAB_ID, journey.getTabId())
                .queryParam(
                        Constants.CLIENT_DATA,
                        AuthenticationProcessor.getClientData(context.getSession(), journey));
    }
}
