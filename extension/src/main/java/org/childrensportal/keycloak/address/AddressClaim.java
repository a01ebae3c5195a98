package org.childrensportal.keycloak.address;

import java.util.Optional;
import org.childrensportal.keycloak.database.StoredAccount;
import org.childrensportal.keycloak.database.StoredAccounts;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;

/**
 * The address that an account claims and has not proven. It is only an attribute, so any number of
 * accounts can claim the same address. It becomes the account's own when its code is entered.
 */
public final class AddressClaim {

    /** The attribute; declared in the user profile, where administrators see and search it. */
    public static final String ATTRIBUTE = StoredAccount.CLAIM;

    private final UserModel user;

    /** The claim of {@code user}, if there is one. */
    public AddressClaim(UserModel user) {
        this.user = user;
    }

    /** Whether the account claims an address. */
    public boolean isPresent() {
        return user.getFirstAttribute(ATTRIBUTE) != null;
    }

    /** The address to prove: the claimed one, or else the account's own; may be absent. */
    public Optional<String> address() {
        return addresses().toProve();
    }

    /** The addresses of the account as this session sees them. */
    public Addresses addresses() {
        return new Addresses(
                user.getEmail(), user.isEmailVerified(), user.getFirstAttribute(ATTRIBUTE));
    }

    /**
     * Claims {@code address} in place of the address before. If that was the account's own, it
     * belongs to nobody from now on: the account never gets it back by itself.
     */
    public void claim(EmailAddress address) {
        write(ClaimLife.claims(address.text()), nameWithout(addresses().own()));
    }

    /**
     * Whether the account has an address of its own that is proven. Keycloak lets an account be
     * verified that has no address: that proves nothing.
     */
    public boolean isProven() {
        return addresses().isProven();
    }

    /** Whether the account has proven its address by now, whatever this request read before. */
    public boolean isProvenByNow(KeycloakSession session) {
        StoredAccount stored = new StoredAccount(session, user.getId());
        return stored.isLocal() && committed(stored).isProven();
    }

    /**
     * What is committed. Keycloak's cache of users may be behind (26.7 invalidates it after the
     * commit), and the caller holds the account lock.
     */
    private Addresses committed(StoredAccount stored) {
        forgetCached();
        return stored.addresses();
    }

    private void forgetCached() {
        if (user instanceof CachedUserModel cached) {
            cached.invalidate();
        }
    }

    /**
     * Gives the account the address that it has proven. An account that has it unproven loses it.
     *
     * @return false if the address belongs to another account; nothing is changed then
     * @throws org.keycloak.models.ModelDuplicateException if another account is given it at this
     *     moment; the request's transaction cannot be committed then
     */
    public boolean settle(KeycloakSession session, RealmModel realm) {
        StoredAccount stored = new StoredAccount(session, user.getId());
        return become(
                session,
                realm,
                ClaimLife.proves(stored.isLocal() ? committed(stored) : addresses()));
    }

    /**
     * Gives the account another address, which it has proven. The caller holds the account lock.
     *
     * @return false if the address belongs to another account; nothing is changed then
     * @throws org.keycloak.models.ModelDuplicateException as {@link #settle}
     */
    public boolean changeTo(KeycloakSession session, RealmModel realm, String address) {
        forgetCached();
        return become(session, realm, new Addresses(Optional.of(address), true, Optional.empty()));
    }

    /**
     * Gives the account the addresses {@code next}.
     *
     * @return false if its own would be one that another account keeps; nothing is changed then
     */
    boolean become(KeycloakSession session, RealmModel realm, Addresses next) {
        Optional<String> own = addresses().own();
        if (next.own().isEmpty()) {
            write(next, nameWithout(own));
        } else if (new AddressRelease(session, realm, next.own().get()).releaseFor(user)) {
            write(
                    next,
                    next.own().equals(own)
                            ? user.getUsername()
                            : nameWith(realm, next.own().get()));
        } else {
            return false;
        }
        // What one account loses is written before another is given it.
        new StoredAccounts(session, realm.getId()).flush();
        return true;
    }

    /** Writes only what changes: the rest may be read-only. */
    private void write(Addresses next, String name) {
        Addresses current = addresses();
        if (!next.own().equals(current.own())) {
            user.setEmail(next.own().orElse(null));
        }
        if (next.verified() != current.verified()) {
            user.setEmailVerified(next.verified());
        }
        if (!next.claim().equals(current.claim())) {
            next.claim()
                    .ifPresentOrElse(
                            claim -> user.setSingleAttribute(ATTRIBUTE, claim),
                            () -> user.removeAttribute(ATTRIBUTE));
        }
        if (!name.equals(user.getUsername())) {
            user.setUsername(name);
        }
    }

    private String nameWithout(Optional<String> address) {
        String name = user.getUsername();
        return address.filter(name::equals).isPresent() ? AccountName.nameless() : name;
    }

    private String nameWith(RealmModel realm, String address) {
        String name = user.getUsername();
        boolean follows =
                realm.isRegistrationEmailAsUsername()
                        ? !AccountName.isOwn(name, addresses())
                        : AccountName.isPlaceholder(name);
        return follows ? address : name;
    }
}
