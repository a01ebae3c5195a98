package org.childrensportal.keycloak.password;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** {@code portal-password-history}: see {@link PasswordHistoryCredential}. */
public final class PasswordHistoryCredentialFactory
        implements CredentialProviderFactory<PasswordHistoryCredential> {

    @Override
    public String getId() {
        return "portal-password-history";
    }

    @Override
    public PasswordHistoryCredential create(KeycloakSession session) {
        return new PasswordHistoryCredential(session);
    }
}
