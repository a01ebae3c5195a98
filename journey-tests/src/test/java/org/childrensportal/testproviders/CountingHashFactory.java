package org.childrensportal.testproviders;

import org.keycloak.Config;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.credential.hash.PasswordHashProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The hash algorithm {@code test-counting}: see {@link CountingHash}. */
public final class CountingHashFactory implements PasswordHashProviderFactory {

    @Override
    public String getId() {
        return CountingHash.ID;
    }

    @Override
    public PasswordHashProvider create(KeycloakSession session) {
        return new CountingHash();
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
