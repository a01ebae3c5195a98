package org.childrensportal.testproviders;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** {@code /realms/…/test-notes}: see {@link JourneyNotes}. */
public final class JourneyNotesFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "test-notes";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new JourneyNotes(session);
    }

    @Override
    public void init(Config.Scope config) {
        // no server configuration
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // nothing is held
    }
}
