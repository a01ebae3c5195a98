package org.childrensportal.keycloak.data;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code portal-data}: see {@link DataAction}. */
public final class DataActionFactory implements RequiredActionFactory {

    /** The id of the required action. */
    public static final String ID = "portal-data";

    private static final DataAction ACTION = new DataAction();

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
        return "Portal: all that is stored about the person";
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
