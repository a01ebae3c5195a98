package org.childrensportal.keycloak.address;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** {@code portal-confirmed-address}: see {@link ConfirmedAddressTokens}. */
public final class ConfirmedAddressTokensFactory implements TokenPostProcessorFactory {

    @Override
    public String getId() {
        return "portal-confirmed-address";
    }

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new ConfirmedAddressTokens(session);
    }
}
