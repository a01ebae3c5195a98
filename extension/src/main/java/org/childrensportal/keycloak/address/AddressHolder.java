package org.childrensportal.keycloak.address;

import java.util.Optional;
import org.childrensportal.keycloak.database.LocalAccount;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The accounts that have an address, or are called by it, which another is about to get. Only a
 * verified address is kept; one that was never proven becomes a claim, so that its person still
 * signs in with it, comes to the code page, and can change it there. A name is never kept: Keycloak
 * lets nobody in whose name is the address of somebody else.
 *
 * <p>Rows are locked in one order, claimant before holder, and no account is both: a holder has no
 * claim on another address, and a claimant no address.
 */
record AddressHolder(KeycloakSession session, RealmModel realm, String address) {

    private static final String REASON = "proven_by_another";

    /**
     * Makes the address free for {@code claimant}.
     *
     * @return false if it stays where it is: it is verified, or the account is in a user store that
     *     is not ours to change
     */
    boolean release(UserModel claimant) {
        Optional<UserModel> holder =
                // As committed: Keycloak's cache may still take the claimant for the holder.
                LocalAccount.holder(session, realm, address)
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

    private LocalAccount account(UserModel user) {
        return new LocalAccount(session, user.getId());
    }

    private boolean isReleased(UserModel user) {
        if (!account(user).lockUnproven(address)) {
            // Proven, changed or removed at this moment; if by nobody, the address is free.
            return !account(user).has(address);
        }
        new AddressClaim(user)
                .become(session, realm, ClaimLife.loses(LocalAccount.addresses(user)));
        event(EventType.UPDATE_EMAIL, user).detail(Details.PREVIOUS_EMAIL, address).success();
        return true;
    }

    /** Without an address of its own the account is found by a claim on what was its name. */
    private void rename(UserModel user) {
        account(user).lock();
        Addresses addresses = LocalAccount.addresses(user);
        user.setUsername(addresses.own().filter(this::isFreeName).orElseGet(AccountName::nameless));
        if (!addresses.hasAny()) {
            new AddressClaim(user).become(session, realm, ClaimLife.claims(address));
        }
        LocalAccount.flush(session);
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
