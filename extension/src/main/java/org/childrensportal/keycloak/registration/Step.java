package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.FormContext;
import org.keycloak.models.Constants;
import org.keycloak.services.managers.ClientSessionCode;
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
     * there too, see {@link #isSentToItsAddress}.
     */
    URI address(FormContext context) {
        return journeyAddress(context).queryParam(PARAMETER, id).build(realm(context));
    }

    /** Sends the browser to the page's address. */
    Response redirect(FormContext context) {
        return Response.status(Response.Status.FOUND).location(address(context)).build();
    }

    /** Sends the browser to the page's address with the form that it has just sent. */
    Response resend(FormContext context) {
        return Response.temporaryRedirect(address(context)).build();
    }

    /** Sends the browser with its form to the address where Keycloak processes this page. */
    static Response process(FormContext context) {
        String code =
                new ClientSessionCode<>(
                                context.getSession(),
                                context.getRealm(),
                                context.getAuthenticationSession())
                        .getOrGenerateCode();
        URI action =
                journeyAddress(context)
                        .queryParam(LoginActionsService.SESSION_CODE, code)
                        .queryParam(Constants.EXECUTION, context.getExecution().getId())
                        .build(realm(context));
        return Response.temporaryRedirect(action).build();
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

    /**
     * Whether the request is a page's form on its way to be processed. Keycloak's own form
     * addresses work once only, so a page that the browser kept (its Back button shows such pages)
     * would be refused with all that was typed into it. The tab id in the page's address, which
     * nobody else knows, shows that the form is the portal's.
     */
    static boolean isSentToItsAddress(FormContext context) {
        var query = context.getUriInfo().getQueryParameters();
        return isPost(context)
                && query.containsKey(PARAMETER)
                && !query.containsKey(Constants.EXECUTION);
    }

    /** Whether the request is a form of the page being processed, which came back with errors. */
    static boolean isOwnSubmission(FormContext context) {
        String submitted = context.getUriInfo().getQueryParameters().getFirst(Constants.EXECUTION);
        return isPost(context) && context.getExecution().getId().equals(submitted);
    }

    private static boolean isPost(FormContext context) {
        return "POST".equals(context.getHttpRequest().getHttpMethod());
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
