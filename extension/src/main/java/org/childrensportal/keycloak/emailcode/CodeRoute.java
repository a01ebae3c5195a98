package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.childrensportal.keycloak.journey.JourneyAddress;
import org.childrensportal.keycloak.journey.PageForm;
import org.childrensportal.keycloak.journey.SignInAgain;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.services.ErrorPageException;

/** Which of the pages of step 3 a request is for, and where the browser is sent from there. */
final class CodeRoute {

    private static final String CODE_STEP = "code";
    private static final String ADDRESS_STEP = "address";

    private final RequiredActionContext context;
    private final JourneyAddress addresses;

    CodeRoute(RequiredActionContext context) {
        this.context = context;
        this.addresses =
                new JourneyAddress(
                        context.getSession(),
                        context.getUriInfo(),
                        context.getAuthenticationSession());
    }

    URI codePage() {
        return addresses.requiredAction(VerifyEmailCodeFactory.ID, CODE_STEP);
    }

    URI changeAddressPage() {
        return addresses.requiredAction(VerifyEmailCodeFactory.ID, ADDRESS_STEP);
    }

    /** Whether the request asks for the page that changes the address. */
    boolean isForChangeAddressPage() {
        return ADDRESS_STEP.equals(
                context.getUriInfo().getQueryParameters().getFirst(JourneyAddress.STEP));
    }

    /** Whether the form is that of the page that changes the address. */
    boolean hasChangeAddressForm() {
        return ADDRESS_STEP.equals(
                context.getHttpRequest().getDecodedFormParameters().getFirst(JourneyAddress.STEP));
    }

    /** Whether the request is a form of these pages. */
    boolean hasForm() {
        return PageForm.isIn(context.getHttpRequest(), context.getUriInfo());
    }

    /** Has the browser ask for the code page, once what the person did is committed. */
    Response toCodePage() {
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
