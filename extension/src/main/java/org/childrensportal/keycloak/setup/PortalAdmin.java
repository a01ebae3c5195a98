package org.childrensportal.keycloak.setup;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Gives administrators of a realm the {@link PortalAdminApi}. */
final class PortalAdmin implements AdminRealmResourceProvider {

    @Override
    public Object getResource(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator permissions,
            AdminEventBuilder event) {
        return new PortalAdminApi(session, realm, permissions, event);
    }

    @Override
    public void close() {
        // nothing to close
    }
}
