package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.Response;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.authentication.FormContext;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Step 1, <em>Your details</em>. */
final class DetailsPage extends StepPage {

    DetailsPage() {
        super(Step.DETAILS, "portal-register-details.ftl", ProfileAttribute.DETAILS);
    }

    @Override
    Response show(FormContext context, LoginFormsProvider form) {
        if (AuthenticationManager.authenticateIdentityCookie(
                        context.getSession(), context.getRealm(), true)
                != null) {
            return form.setInfo("portalSignOutToRegister").createInfoPage();
        }
        endEarlierSession(context);
        return super.show(context, form);
    }

    /**
     * Keycloak has taken the identity cookie of whoever was signed in here, but keeps the session,
     * and would refuse the new account for it at the very end, after the right code.
     */
    private static void endEarlierSession(FormContext context) {
        UserSessionModel earlier =
                context.getSession()
                        .sessions()
                        .getUserSession(
                                context.getRealm(),
                                context.getAuthenticationSession().getParentSession().getId());
        if (earlier != null) {
            context.getEvent()
                    .clone()
                    .event(EventType.LOGOUT)
                    .user(earlier.getUser())
                    .session(earlier)
                    .success();
            context.getSession().sessions().removeUserSession(context.getRealm(), earlier);
        }
    }
}
