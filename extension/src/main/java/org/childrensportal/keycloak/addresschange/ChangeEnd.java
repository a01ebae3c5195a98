package org.childrensportal.keycloak.addresschange;

import jakarta.ws.rs.core.Response;
import org.childrensportal.keycloak.journey.SignInAgain;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.services.ErrorPageException;

/** Where a change ends that cannot go on. */
final class ChangeEnd {

    private ChangeEnd() {}

    /** Ends the journey with an error page, and undoes what this request did. */
    static ErrorPageException of(RequiredActionContext context, ChangeError why) {
        return new ErrorPageException(
                context.getSession(),
                context.getAuthenticationSession(),
                Response.Status.BAD_REQUEST,
                why.messageKey());
    }

    /** Says why, and lets the person begin anew: here, or by signing in. */
    static Response page(Change change, ChangeError why) {
        if (why == ChangeError.NOT_STANDING) {
            return SignInAgain.response(change.context(), why.messageKey());
        }
        change.journey().forget();
        change.journey().begin(change.current(), change.now());
        return new NewAddressPage(change).fault(why);
    }
}
