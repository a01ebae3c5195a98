package org.childrensportal.keycloak.record;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code portal-record}: see {@link RecordAction}. */
public final class RecordActionFactory implements RequiredActionFactory {

    static final String ID = "portal-record";

    private static final RecordAction ACTION = new RecordAction();

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
        return "Portal: what happened to the account";
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
