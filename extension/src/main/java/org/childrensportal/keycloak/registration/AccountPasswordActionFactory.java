package org.childrensportal.keycloak.registration;

import org.keycloak.authentication.FormAction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.PasswordCredentialModel;

/** {@code portal-account-password}: see {@link AccountPasswordAction}. */
public final class AccountPasswordActionFactory extends PortalFormActionFactory {

    private static final AccountPasswordAction ACTION = new AccountPasswordAction();

    @Override
    public String getId() {
        return "portal-account-password";
    }

    @Override
    public FormAction create(KeycloakSession session) {
        return ACTION;
    }

    @Override
    public String getDisplayType() {
        return "Portal: password";
    }

    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }

    @Override
    public String getHelpText() {
        return "Asks for the password twice and checks it by the realm's password policy; every"
                + " broken rule is shown at once.";
    }
}
