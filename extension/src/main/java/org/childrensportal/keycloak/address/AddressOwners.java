package org.childrensportal.keycloak.address;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.database.StoredAccounts;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.validate.ValidationError;

/** Which account of a realm owns an address, and which only claim it. */
public final class AddressOwners {

    private final KeycloakSession session;
    private final RealmModel realm;

    /** Of {@code realm}. */
    public AddressOwners(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * The account that has proven {@code address}. There is at most one, but in a realm that once
     * allowed several to have an address: there it is one of them.
     */
    public Optional<UserModel> owner(EmailAddress address) {
        return holders(address).filter(UserModel::isEmailVerified).findFirst();
    }

    private Stream<UserModel> holders(EmailAddress address) {
        try {
            return Stream.ofNullable(session.users().getUserByEmail(realm, address.text()));
        } catch (ModelDuplicateException e) {
            // How Keycloak 26.7 says that there are several.
            return session.users()
                    .searchForUserStream(
                            realm,
                            Map.of(UserModel.EMAIL, address.text(), UserModel.EXACT, "true"));
        }
    }

    /**
     * The accounts that claim {@code address} and have not proven it, newest first. Only Keycloak's
     * own database is searched, where such accounts are made.
     */
    public Stream<UserModel> claimants(EmailAddress address) {
        return new StoredAccounts(session, realm.getId())
                .claimants(address.text()).stream()
                        .map(id -> session.users().getUserById(realm, id))
                        .filter(Objects::nonNull);
    }

    /**
     * Whether {@code error}, of the validation of a profile, is that another account has the
     * address.
     */
    public static boolean isTaken(ValidationError error) {
        return error.getMessage().equals(Messages.EMAIL_EXISTS)
                || error.getMessage().equals(Messages.USERNAME_EXISTS);
    }
}
