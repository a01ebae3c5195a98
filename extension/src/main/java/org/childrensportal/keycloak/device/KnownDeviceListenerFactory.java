package org.childrensportal.keycloak.device;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code portal-known-device}: see {@link KnownDeviceListener}. */
public final class KnownDeviceListenerFactory implements EventListenerProviderFactory {

    @Override
    public String getId() {
        return "portal-known-device";
    }

    /** No setting of a realm: it does nothing in realms that are not the portal's. */
    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new KnownDeviceListener(session);
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
