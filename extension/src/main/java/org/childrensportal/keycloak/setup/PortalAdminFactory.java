package org.childrensportal.keycloak.setup;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** {@code portal}: the part of the admin API at {@code /admin/realms/…/portal}. */
public final class PortalAdminFactory implements AdminRealmResourceProviderFactory {

    @Override
    public String getId() {
        return "portal";
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new PortalAdmin();
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to configure
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to do
    }

    @Override
    public void close() {
        // nothing to close
    }
}
