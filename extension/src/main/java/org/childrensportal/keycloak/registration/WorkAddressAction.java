package org.childrensportal.keycloak.registration;

import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.childrensportal.keycloak.profile.WorkDetailsSetting;
import org.keycloak.authentication.FormContext;
import org.keycloak.forms.login.LoginFormsProvider;

/** Asks professionals, or everyone, for role, organisation and work address. */
final class WorkAddressAction extends DetailsAction {

    WorkAddressAction() {
        super(ProfileAttribute.WORK);
    }

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        form.setAttribute(
                "workDetailsForEveryone", WorkDetailsSetting.of(context.getRealm()).asksEveryone());
    }
}
