package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.childrensportal.keycloak.journey.JourneyAddress;
import org.keycloak.authentication.FormContext;

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

    /** The page's address in this journey; its form is sent there too, see {@link StepForm}. */
    URI address(FormContext context) {
        return addresses(context).registration(id);
    }

    /** Sends the browser to the page's address. */
    Response redirect(FormContext context) {
        return Response.status(Response.Status.FOUND).location(address(context)).build();
    }

    /** Sends the browser to the page's address with the form that it has just sent. */
    Response resend(FormContext context) {
        return Response.temporaryRedirect(address(context)).build();
    }

    /** Sends the browser to what comes after registration, once its account is made. */
    static Response afterRegistration(FormContext context) {
        return Response.status(Response.Status.FOUND)
                .location(addresses(context).requiredActions())
                .build();
    }

    private static JourneyAddress addresses(FormContext context) {
        return new JourneyAddress(
                context.getSession(), context.getUriInfo(), context.getAuthenticationSession());
    }
}
