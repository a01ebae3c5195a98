package org.childrensportal.keycloak.session;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code portal-sessions}: see {@link SessionsAction}. */
public final class SessionsActionFactory implements RequiredActionFactory {

    static final String ID = "portal-sessions";

    private static final SessionsAction ACTION = new SessionsAction();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return ACTION;
    }

    @Override
    public String getDisplayText() {
        return "Portal: where you are signed in";
    }

    @Override
    public void init(Config.Scope config) {
        // nothing to set
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to begin
    }

    @Override
    public void close() {
        // nothing to close
    }
}
