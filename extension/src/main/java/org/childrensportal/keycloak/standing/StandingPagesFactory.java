package org.childrensportal.keycloak.standing;

import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.forms.login.freemarker.FreeMarkerLoginFormsProviderFactory;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Replaces Keycloak's own provider of the same id: see {@link StandingPages}. */
public final class StandingPagesFactory extends FreeMarkerLoginFormsProviderFactory {

    @Override
    public LoginFormsProvider create(KeycloakSession session) {
        return new StandingPages(session);
    }

    /** What is not asked for by a page is asked for when it is written: {@link LinkStanding}. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        super.postInit(factory);
        factory.register(
                event -> {
                    if (event instanceof FederatedIdentityCreatedEvent link) {
                        LinkStanding.require(link);
                    }
                });
    }

    @Override
    public int order() {
        return 1;
    }
}
