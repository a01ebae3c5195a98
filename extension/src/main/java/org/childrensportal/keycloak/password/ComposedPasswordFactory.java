package org.childrensportal.keycloak.password;

import org.keycloak.credential.PasswordCredentialProvider;
import org.keycloak.credential.PasswordCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's own passwords: see {@link ComposedPassword}. */
public final class ComposedPasswordFactory extends PasswordCredentialProviderFactory {

    @Override
    public PasswordCredentialProvider create(KeycloakSession session) {
        return new ComposedPassword(session, super.create(session));
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
