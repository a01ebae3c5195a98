package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.childrensportal.keycloak.password.NewPassword;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.FormContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/** Step 2, <em>Your account</em>; and the way back from it to step 1. */
final class AccountPage extends StepPage {

    /** Its own, then those of step 1: rules may have changed since that was answered. */
    private static final List<String> FIELDS =
            Stream.concat(
                            Stream.of(
                                    ProfileAttribute.EMAIL,
                                    NewPassword.FIELD,
                                    NewPassword.CONFIRM_FIELD),
                            ProfileAttribute.DETAILS.stream())
                    .toList();

    AccountPage() {
        super(Step.ACCOUNT, "portal-register-account.ftl", FIELDS);
    }

    @Override
    Response page(FormContext context, LoginFormsProvider form) {
        StepForm sent = new StepForm(context);
        if (Step.DETAILS.isRequested(context.getUriInfo())
                && !sent.isProcessed()
                && reopenEarlierPages(context)) {
            return sent.isSent() ? Step.DETAILS.resend(context) : Step.DETAILS.redirect(context);
        }
        if (sent.isSent() && Step.ACCOUNT.isRequested(context.getUriInfo())) {
            // First: where the tables are gone, nobody can wait for anybody.
            new RegistrationReady(context).require();
            JourneyAccount account = new JourneyAccount(context);
            if (account.isMade()) {
                throw account.madeAlready();
            }
        }
        return super.page(context, form);
    }

    @Override
    Response show(FormContext context, LoginFormsProvider form) {
        new LoginHint(context.getAuthenticationSession()).offerOnce();
        new JourneyAccount(context).name();
        form.setAttribute("backUrl", Step.DETAILS.address(context).toString());
        return super.show(context, form);
    }

    /**
     * Keycloak 26.7 goes on with the first execution that is not marked as a success, so the pages
     * before this one lose that mark.
     */
    private static boolean reopenEarlierPages(FormContext context) {
        AuthenticationSessionModel journey = context.getAuthenticationSession();
        AuthenticationExecutionModel page = context.getExecution();
        List<AuthenticationExecutionModel> earlier =
                context.getRealm()
                        .getAuthenticationExecutionsStream(page.getParentFlow())
                        .filter(sibling -> sibling.getPriority() < page.getPriority())
                        .toList();
        boolean hasDetails =
                earlier.stream()
                        .map(AuthenticationExecutionModel::getAuthenticator)
                        .anyMatch(Step.DETAILS.providerId()::equals);
        if (hasDetails) {
            earlier.forEach(sibling -> mark(context, sibling, ExecutionStatus.CHALLENGED));
            DetailsPage.reopened(journey);
            journey.removeAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION);
        }
        return hasDetails;
    }
}
