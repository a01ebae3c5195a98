package org.childrensportal.keycloak.standing;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** {@code portal-standing}: see {@link StandingTokens}. */
public final class StandingTokensFactory implements TokenPostProcessorFactory {

    @Override
    public String getId() {
        return "portal-standing";
    }

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new StandingTokens(session);
    }
}
