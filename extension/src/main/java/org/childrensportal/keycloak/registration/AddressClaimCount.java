package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.childrensportal.keycloak.emailcode.AddressClaimPermit;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.authentication.FormAuthenticationFlow;
import org.keycloak.authentication.FormContext;
import org.keycloak.models.utils.FormMessage;

/** Counts the claim that an account about to be made has on its address. */
final class AddressClaimCount {

    private final FormContext context;

    AddressClaimCount(FormContext context) {
        this.context = context;
    }

    /**
     * Counts it.
     *
     * @return what gives it back
     * @throws WebApplicationException with the page and a message at the address, if there may be
     *     no other claim now. Keycloak (26.7, LoginActionsService.processFlow) answers with the
     *     page of such an exception and commits what the page's journey holds; the form is not
     *     passed.
     */
    AddressClaimPermit.Granted take() {
        var form = context.getHttpRequest().getDecodedFormParameters();
        AddressClaimPermit.Answer answer =
                permits()
                        .take(
                                TypedAddress.of(form).address().orElseThrow(),
                                context.getConnection().getRemoteHost(),
                                new AddressClaimPermit.Field(
                                        ProfileAttribute.EMAIL,
                                        context.getSession().getContext().resolveLocale(null)));
        if (answer instanceof AddressClaimPermit.Refusal refusal) {
            context.getEvent().error(refusal.event());
            throw new WebApplicationException(page(refusal.message()));
        }
        return (AddressClaimPermit.Granted) answer;
    }

    /** Gives it back, when the account was not made after all. */
    void giveBack(AddressClaimPermit.Granted permit) {
        permits().giveBack(permit);
    }

    private AddressClaimPermit permits() {
        return new AddressClaimPermit(context.getSession(), context.getRealm());
    }

    /** The page with what was typed, as Keycloak shows it when a form action finds an error. */
    private Response page(FormMessage error) {
        return new FormAuthenticationFlow(
                        new StepForm(context).processor(),
                        context.getRealm()
                                .getAuthenticationExecutionByFlowId(
                                        context.getExecution().getParentFlow()))
                .renderForm(context.getHttpRequest().getDecodedFormParameters(), List.of(error));
    }
}
