package org.childrensportal.keycloak.address;

import java.util.UUID;
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
     *
     * @param account what its user name is made of: of two requests that create the same account,
     *     the database lets one
     * @throws org.keycloak.models.ModelDuplicateException if the account is there already; the
     *     request's transaction cannot be committed then
     */
    public static UserModel create(
            KeycloakSession session, RealmModel realm, EmailAddress address, UUID account) {
        UserModel user =
                session.users()
                        .addUser(
                                realm,
                                KeycloakModelUtils.generateId(),
                                AccountName.pending(account),
                                true,
                                true);
        new AddressClaim(user).claim(address);
        return user;
    }

    /** Whether there is one that was created under {@code account}. */
    public static boolean exists(KeycloakSession session, RealmModel realm, UUID account) {
        return session.users().getUserByUsername(realm, AccountName.pending(account)) != null;
    }
}
