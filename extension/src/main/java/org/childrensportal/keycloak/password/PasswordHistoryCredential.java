package org.childrensportal.keycloak.password;

import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
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

    @Override
    public String getType() {
        return PasswordCredentialModel.PASSWORD_HISTORY;
    }

    @Override
    public CredentialModel createCredential(
            RealmModel realm, UserModel user, PasswordCredentialModel row) {
        return user.credentialManager().createStoredCredential(row);
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
