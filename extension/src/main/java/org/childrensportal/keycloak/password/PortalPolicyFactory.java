package org.childrensportal.keycloak.password;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/** What the factories of the portal's password policies share. */
abstract class PortalPolicyFactory implements PasswordPolicyProviderFactory {

    @Override
    public boolean isMultiplSupported() {
        return false;
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
        // nothing to close
    }
}
