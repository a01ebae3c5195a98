package org.childrensportal.keycloak.address;

import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** An account that registration has made, and whose address is not confirmed yet. */
public final class PendingAccount {

    private PendingAccount() {}

    /**
     * Creates one that claims {@code address}. It is created in Keycloak's own database, even if
     * another user store takes registrations.
     */
    public static UserModel create(
            KeycloakSession session, RealmModel realm, EmailAddress address) {
        UserModel user =
                session.users()
                        .addUser(
                                realm,
                                KeycloakModelUtils.generateId(),
                                AccountName.pending(),
                                true,
                                true);
        new AddressClaim(user).claim(address);
        return user;
    }
}
