package org.childrensportal.keycloak.password;

import java.util.Optional;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Takes earlier passwords in when users are imported. Keycloak 26.7 exports those rows and imports
 * a row through the provider of its type; it has none for this type and drops the row silently, so
 * everybody could use an old password again after a realm has moved.
 */
public final class PasswordHistoryCredential
        implements CredentialProvider<PasswordCredentialModel> {

    private final KeycloakSession session;

    PasswordHistoryCredential(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getType() {
        return PasswordCredentialModel.PASSWORD_HISTORY;
    }

    @Override
    public CredentialModel createCredential(
            RealmModel realm, UserModel user, PasswordCredentialModel row) {
        return new PortalRealm(realm).isPortal()
                ? user.credentialManager().createStoredCredential(row)
                : null;
    }

    /** Realms that aren't the portal's have no provider for these rows, as in Keycloak 26.7. */
    @Override
    public boolean supportsCredentialType(String type) {
        return getType().equals(type)
                && Optional.ofNullable(session.getContext().getRealm())
                        .map(PortalRealm::new)
                        .filter(PortalRealm::isPortal)
                        .isPresent();
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String id) {
        return user.credentialManager().removeStoredCredentialById(id);
    }

    @Override
    public PasswordCredentialModel getCredentialFromModel(CredentialModel model) {
        return PasswordCredentialModel.createFromCredentialModel(model);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return CredentialTypeMetadata.builder()
                .type(getType())
                .category(CredentialTypeMetadata.Category.BASIC_AUTHENTICATION)
                .displayName("password-display-name")
                .helpText("password-help-text")
                .iconCssClass("kcAuthenticatorPasswordClass")
                .removeable(false)
                .build(null);
    }
}
