package org.childrensportal.keycloak.registration;

import org.keycloak.authentication.FormAuthenticator;
import org.keycloak.models.KeycloakSession;

/** {@code portal-details-page}: see {@link DetailsPage}. */
public final class DetailsPageFactory extends StepPageFactory {

    private static final DetailsPage PAGE = new DetailsPage();

    @Override
    public String getId() {
        return Step.DETAILS.providerId();
    }

    @Override
    public FormAuthenticator create(KeycloakSession session) {
        return PAGE;
    }

    @Override
    public String getDisplayType() {
        return "Portal: your details page";
    }

    @Override
    public String getHelpText() {
        return "Step 1 of registration. Its form actions are \"Portal: personal details\" and"
                + " \"Portal: work address\".";
    }
}
