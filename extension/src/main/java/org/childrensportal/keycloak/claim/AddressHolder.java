package org.childrensportal.keycloak.claim;

import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The account that has an address which another is about to get. Only a verified address is kept;
 * one that was never proven becomes a claim, so that its person still signs in with it, comes to
 * the code page, and can change it there.
 *
 * <p>Rows are locked in one order, claimant before holder, and no account is both: a holder has no
 * claim on another address, and a claimant no address.
 */
record AddressHolder(KeycloakSession session, RealmModel realm, String address) {

    /**
     * Makes the address free for {@code claimant}.
     *
     * @return false if it stays where it is: it is verified, or the account is in a user store that
     *     is not ours to change
     */
    boolean release(UserModel claimant) {
        Optional<UserModel> holder =
                Optional.ofNullable(session.users().getUserByEmail(realm, address))
                        .filter(user -> !user.getId().equals(claimant.getId()));
        if (holder.isEmpty()) {
            return true;
        }
        UserModel user = holder.get();
        LocalAccount account = new LocalAccount(session, user.getId());
        if (user.isEmailVerified() || user.isFederated() || !account.isLocal()) {
            return false;
        }
        if (!account.lockUnproven(address)) {
            // Proven, changed or removed at this moment; if by nobody, the address is free.
            return !account.has(address);
        }
        new AddressClaim(user)
                .become(session, realm, ClaimLife.loses(LocalAccount.addresses(user)));
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.UPDATE_EMAIL)
                .user(user)
                .detail(Details.PREVIOUS_EMAIL, address)
                .detail(Details.REASON, "proven_by_another")
                .success();
        return true;
    }
}
