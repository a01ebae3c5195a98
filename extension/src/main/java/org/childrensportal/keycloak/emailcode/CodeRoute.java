package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.childrensportal.keycloak.journey.JourneyAddress;
import org.childrensportal.keycloak.journey.PageForm;
import org.childrensportal.keycloak.journey.SignInAgain;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.services.ErrorPageException;

/** Which of the pages about a code a request is for, and where the browser is sent from there. */
public final class CodeRoute {

    private static final String CODE_STEP = "code";
    private static final String ADDRESS_STEP = "address";

    private final RequiredActionContext context;
    private final JourneyAddress addresses;
    private final String action;

    /**
     * Of the pages of a required action.
     *
     * @param action its id
     */
    public CodeRoute(RequiredActionContext context, String action) {
        this.context = context;
        this.action = action;
        this.addresses =
                new JourneyAddress(
                        context.getSession(),
                        context.getUriInfo(),
                        context.getAuthenticationSession());
    }

    URI codePage() {
        return addresses.requiredAction(action, CODE_STEP);
    }

    /** The page on which the address is named. */
    public URI changeAddressPage() {
        return addresses.requiredAction(action, ADDRESS_STEP);
    }

    /** Whether the request asks for the page that changes the address. */
    public boolean isForChangeAddressPage() {
        return ADDRESS_STEP.equals(
                context.getUriInfo().getQueryParameters().getFirst(JourneyAddress.STEP));
    }

    /** Whether the form is that of the page that changes the address. */
    public boolean hasChangeAddressForm() {
        return ADDRESS_STEP.equals(
                context.getHttpRequest().getDecodedFormParameters().getFirst(JourneyAddress.STEP));
    }

    /** Whether the request is a form of these pages. */
    public boolean hasForm() {
        return PageForm.isIn(context.getHttpRequest(), context.getUriInfo());
    }

    /** Has the browser ask for the code page, once what the person did is committed. */
    public Response toCodePage() {
        return Response.status(Response.Status.FOUND).location(codePage()).build();
    }

    /** Has the person sign in again. */
    Response toSignIn(CodeError why) {
        return SignInAgain.response(context, why.messageKey());
    }

    /** Ends the journey with an error page, and undoes what this request did. */
    static ErrorPageException end(RequiredActionContext context, CodeError why) {
        return new ErrorPageException(
                context.getSession(),
                context.getAuthenticationSession(),
                Response.Status.BAD_REQUEST,
                why.messageKey());
    }
}
