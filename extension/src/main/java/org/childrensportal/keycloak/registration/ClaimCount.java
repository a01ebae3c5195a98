package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.childrensportal.keycloak.emailcode.ClaimAllowance;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.authentication.FormAuthenticationFlow;
import org.keycloak.authentication.FormContext;
import org.keycloak.models.utils.FormMessage;

/** Counts the claim that an account about to be made has on its address. */
record ClaimCount(FormContext context) {

    /**
     * Counts it.
     *
     * @return what takes it back
     * @throws WebApplicationException with the page and a message at the address, if there may be
     *     no other claim now. Keycloak (26.7, LoginActionsService.processFlow) answers with the
     *     page of such an exception and commits what the page's journey holds; the form is not
     *     passed.
     */
    ClaimAllowance.Counted take() {
        var form = context.getHttpRequest().getDecodedFormParameters();
        ClaimAllowance.Answer answer =
                allowance()
                        .take(
                                TypedAddress.of(form).address().orElseThrow(),
                                context.getConnection().getRemoteHost(),
                                new ClaimAllowance.Field(
                                        ProfileAttribute.EMAIL,
                                        context.getSession().getContext().resolveLocale(null)));
        if (answer instanceof ClaimAllowance.Refusal refusal) {
            context.getEvent().error(refusal.event());
            throw new WebApplicationException(page(refusal.message()));
        }
        return (ClaimAllowance.Counted) answer;
    }

    /** Uncounts it, when the account was not made after all. */
    void takeBack(ClaimAllowance.Counted claim) {
        allowance().takeBack(claim);
    }

    private ClaimAllowance allowance() {
        return new ClaimAllowance(context.getSession(), context.getRealm());
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
