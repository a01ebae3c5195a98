package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.FormContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.services.managers.AuthenticationManager;

/** Step 1, <em>Your details</em>. */
final class DetailsPage extends StepPage {

    DetailsPage() {
        super(Step.DETAILS, "portal-register-details.ftl");
    }

    @Override
    Response show(FormContext context, LoginFormsProvider form) {
        // Keycloak would refuse the new account at the very end, after the right code.
        if (AuthenticationManager.authenticateIdentityCookie(
                        context.getSession(), context.getRealm(), true)
                != null) {
            return form.setInfo("portalSignOutToRegister").createInfoPage();
        }
        return super.show(context, form);
    }
}
