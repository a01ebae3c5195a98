package org.childrensportal.keycloak.standing;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's own provider of the same id: see {@link StandingPages}. */
public final class StandingPagesFactory extends FreeMarkerLoginFormsProviderFactory {

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new StandingPages(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
