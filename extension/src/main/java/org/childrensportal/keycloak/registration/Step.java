package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.childrensportal.keycloak.journey.JourneyAddress;
import org.childrensportal.keycloak.journey.PassedForm;
import org.keycloak.authentication.FormContext;
import org.keycloak.models.Constants;
import org.keycloak.services.managers.ClientSessionCode;

/**
 * The form pages of registration. Each has an address of its own ({@code …/registration?…&step=…})
 * that a person can reload, and that the browser's Back button finds again.
 */
enum Step {
    DETAILS("details", "portal-details-page"),
    ACCOUNT("account", "portal-account-page");

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
        return id.equals(uri.getQueryParameters().getFirst(JourneyAddress.STEP));
    }

    /** The page's address in this journey; its form is sent there too, see {@link PassedForm}. */
    URI address(FormContext context) {
        return addresses(context).registration(id);
    }

    /** Sends the browser to the page's address. */
    Response redirect(FormContext context) {
        return Response.status(Response.Status.FOUND).location(address(context)).build();
    }

    /** Sends the browser to the page's address with the form that it has just sent. */
    Response resend(FormContext context) {
        return PassedForm.to(address(context));
    }

    /** Sends the browser with its form to the address where Keycloak processes this page. */
    static Response process(FormContext context) {
        String code =
                new ClientSessionCode<>(
                                context.getSession(),
                                context.getRealm(),
                                context.getAuthenticationSession())
                        .getOrGenerateCode();
        return PassedForm.to(
                addresses(context).registrationForm(code, context.getExecution().getId()));
    }

    /** Whether the request is a page's form that is still to be passed on. */
    static boolean isPassedForm(FormContext context) {
        return PassedForm.isIn(context.getHttpRequest(), context.getUriInfo());
    }

    /** Whether the request is a form of the page being processed, which came back with errors. */
    static boolean isOwnSubmission(FormContext context) {
        String submitted = context.getUriInfo().getQueryParameters().getFirst(Constants.EXECUTION);
        return "POST".equals(context.getHttpRequest().getHttpMethod())
                && context.getExecution().getId().equals(submitted);
    }

    private static JourneyAddress addresses(FormContext context) {
        return new JourneyAddress(
                context.getSession(), context.getUriInfo(), context.getAuthenticationSession());
    }
}
