package org.childrensportal.keycloak.signin;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** {@code portal-sign-in}: see {@link PortalSignIn}. */
public final class PortalSignInFactory extends UsernamePasswordFormFactory {

    private static final String ID = "portal-sign-in";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PortalSignIn(session);
    }

    @Override
    public String getDisplayType() {
        return "Portal: sign in";
    }

    @Override
    public String getHelpText() {
        return "Email address and password. People whose address is not confirmed yet sign in, too,"
                + " and every refusal looks and takes the same.";
    }
}
