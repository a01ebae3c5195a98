package org.childrensportal.keycloak.password;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code portal-password-changed}: see {@link PasswordChangedListener}. */
public final class PasswordChangedListenerFactory implements EventListenerProviderFactory {

    @Override
    public String getId() {
        return "portal-password-changed";
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new PasswordChangedListener(session);
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
