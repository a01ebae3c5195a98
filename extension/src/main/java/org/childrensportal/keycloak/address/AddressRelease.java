package org.childrensportal.keycloak.address;

import java.util.Optional;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.database.StoredAccount;
import org.childrensportal.keycloak.database.StoredAccounts;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.childrensportal.keycloak.metrics.RealmCounter;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Frees an address for the account that is about to get it, from accounts that have it or are named
 * by it.
 *
 * <p>An account keeps only a verified address. One that was never proven becomes a claim, so that
 * its person still signs in with it, comes to the code page, and can change it there. No account
 * keeps the address as its user name: in Keycloak 26.7 nobody can sign in whose user name is
 * somebody else's address.
 *
 * <p>Rows are locked in one order, claimant before holder. No account is both: a holder claims no
 * other address, and a claimant has none of its own.
 */
final class AddressRelease {

    private static final String REASON = "proven_by_another";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String address;
    private final StoredAccounts stored;

    AddressRelease(KeycloakSession session, RealmModel realm, String address) {
        this.session = session;
        this.realm = realm;
        this.address = address;
        this.stored = new StoredAccounts(session, realm.getId());
    }

    /**
     * Frees the address for {@code claimant}.
     *
     * @return false if it stays where it is: it is verified, or the account is in a user store that
     *     the portal does not change
     */
    boolean releaseFor(UserModel claimant) {
        Optional<UserModel> holder =
                // As committed: the cache of Keycloak 26.7 may still name the claimant as the
                // holder.
                stored.holder(address)
                        .map(id -> session.users().getUserById(realm, id))
                        .or(
                                () ->
                                        Optional.ofNullable(
                                                session.users().getUserByEmail(realm, address)))
                        .flatMap(user -> other(user, claimant));
        Optional<UserModel> namesake =
                other(session.users().getUserByUsername(realm, address), claimant)
                        .filter(user -> other(user, holder.orElse(claimant)).isPresent());
        if (holder.filter(user -> user.isEmailVerified() || !isOurs(user)).isPresent()
                || namesake.filter(user -> !isOurs(user)).isPresent()
                || holder.filter(user -> !isReleased(user)).isPresent()) {
            return false;
        }
        namesake.ifPresent(this::rename);
        return true;
    }

    private static Optional<UserModel> other(UserModel found, UserModel claimant) {
        return Optional.ofNullable(found).filter(user -> !user.getId().equals(claimant.getId()));
    }

    private boolean isOurs(UserModel user) {
        return !user.isFederated() && account(user).isLocal();
    }

    private StoredAccount account(UserModel user) {
        return new StoredAccount(session, user.getId());
    }

    private AccountLock lock(UserModel user) {
        return new AccountLock(session, user.getId());
    }

    private boolean isReleased(UserModel user) {
        if (!lock(user).takeIfUnproven(address)) {
            // It was proven, changed or removed at this moment; unless it was proven, it is free.
            return !account(user).has(address);
        }
        AddressClaim claim = new AddressClaim(user);
        claim.become(session, realm, ClaimLife.loses(claim.addresses()));
        event(EventType.UPDATE_EMAIL, user).detail(Details.PREVIOUS_EMAIL, address).success();
        RealmCounter.ADDRESSES_LOST.increment(realm);
        return true;
    }

    /** An account without an address of its own is found by a claim on what was its user name. */
    private void rename(UserModel user) {
        lock(user).take();
        AddressClaim claim = new AddressClaim(user);
        Addresses addresses = claim.addresses();
        user.setUsername(addresses.own().filter(this::isFreeName).orElseGet(AccountName::nameless));
        if (!addresses.hasAny()) {
            claim.become(session, realm, ClaimLife.claims(address));
        }
        stored.flush();
        event(EventType.UPDATE_PROFILE, user).detail(Details.USERNAME, address).success();
    }

    private boolean isFreeName(String name) {
        return realm.isRegistrationEmailAsUsername()
                && session.users().getUserByUsername(realm, name) == null;
    }

    private EventBuilder event(EventType type, UserModel user) {
        return new EventBuilder(realm, session, session.getContext().getConnection())
                .event(type)
                .user(user)
                .detail(Details.REASON, REASON);
    }
}
