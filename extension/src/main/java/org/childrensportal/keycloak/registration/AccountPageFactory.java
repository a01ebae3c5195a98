package org.childrensportal.keycloak.registration;

import org.keycloak.authentication.FormAuthenticator;
import org.keycloak.models.KeycloakSession;

/** {@code portal-account-page}: see {@link AccountPage}. */
public final class AccountPageFactory extends StepPageFactory {

    private static final AccountPage PAGE = new AccountPage();

    @Override
    public String getId() {
        return Step.ACCOUNT.providerId();
    }

    @Override
    public FormAuthenticator create(KeycloakSession session) {
        return PAGE;
    }

    @Override
    public String getDisplayType() {
        return "Portal: your account page";
    }

    @Override
    public String getHelpText() {
        return "Step 2 of registration. Its form actions are \"Portal: account creation\" and"
                + " \"Portal: password\".";
    }
}
