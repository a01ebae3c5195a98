package org.childrensportal.keycloak.signin;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own form in every browser flow: see {@link PortalSignIn}. */
public final class PortalSignInFactory extends UsernamePasswordFormFactory {

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PortalSignIn(session);
    }

    @Override
    public int order() {
        return 1;
    }
}
