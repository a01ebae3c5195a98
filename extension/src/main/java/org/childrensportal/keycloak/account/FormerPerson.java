package org.childrensportal.keycloak.account;

import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.adapter.AbstractInMemoryUserAdapter;

/**
 * Somebody without an account, as Keycloak's template provider reads a person: an address and a
 * language.
 */
final class FormerPerson extends AbstractInMemoryUserAdapter {

    FormerPerson(KeycloakSession session, RealmModel realm, String address, Locale language) {
        super(session, realm, KeycloakModelUtils.generateId());
        setEmail(address);
        setUsername(address);
        setSingleAttribute(UserModel.LOCALE, language.toLanguageTag());
    }

    /** There are none. */
    @Override
    public SubjectCredentialManager credentialManager() {
        throw new UnsupportedOperationException("nobody signs in");
    }
}
