package org.childrensportal.keycloak.address;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.database.StoredAccounts;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.KeycloakSession;
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

    /** The account that has proven {@code address}. There is at most one. */
    public Optional<UserModel> owner(EmailAddress address) {
        return Optional.ofNullable(session.users().getUserByEmail(realm, address.text()))
                .filter(UserModel::isEmailVerified);
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
