package org.childrensportal.keycloak.registration;

import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.authentication.FormAction;
import org.keycloak.models.KeycloakSession;

/** {@code portal-personal-details}: forename, surname and professional capacity. */
public final class PersonalDetailsActionFactory extends PortalFormActionFactory {

    private static final DetailsAction ACTION = new DetailsAction(ProfileAttribute.PERSONAL);

    @Override
    public String getId() {
        return "portal-personal-details";
    }

    @Override
    public FormAction create(KeycloakSession session) {
        return ACTION;
    }

    @Override
    public String getDisplayType() {
        return "Portal: personal details";
    }

    @Override
    public String getHelpText() {
        return "Asks for forename, surname and professional capacity.";
    }
}
