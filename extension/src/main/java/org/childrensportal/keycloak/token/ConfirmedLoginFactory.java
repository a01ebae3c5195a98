package org.childrensportal.keycloak.token;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCProviderConfig;

/** Takes the place of Keycloak's own provider of that name: see {@link ConfirmedLogin}. */
public final class ConfirmedLoginFactory extends OIDCLoginProtocolFactory {

    private OIDCProviderConfig config;

    @Override
    public void init(Config.Scope scope) {
        super.init(scope);
        config = new OIDCProviderConfig(scope);
    }

    @Override
    public LoginProtocol create(KeycloakSession session) {
        return new ConfirmedLogin(config).setSession(session);
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
