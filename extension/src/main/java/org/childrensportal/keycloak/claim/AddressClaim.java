package org.childrensportal.keycloak.claim;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.messages.Messages;
import org.keycloak.validate.ValidationError;

/**
 * The address that an account claims and has not proven. It is an attribute only, so any number of
 * accounts can claim the same one, and becomes the account's own when its code is entered.
 *
 * @param user the account
 */
public record AddressClaim(UserModel user) {

    /** The attribute; declared in the user profile, where administrators see and search it. */
    public static final String ATTRIBUTE = "claimedEmail";

    /**
     * Makes a pending account that claims {@code address}, in Keycloak's own database: no user
     * store that takes registrations is written to.
     *
     * @param account what its name is made of: of two requests that make the same account, at the
     *     same moment even, the database lets one
     * @throws org.keycloak.models.ModelDuplicateException if the account is there already; the
     *     request's transaction cannot be committed then
     */
    public static UserModel pendingAccount(
            KeycloakSession session, RealmModel realm, EmailAddress address, UUID account) {
        UserModel user =
                session.users()
                        .addUser(
                                realm,
                                KeycloakModelUtils.generateId(),
                                AccountName.pending(account),
                                true,
                                true);
        new AddressClaim(user).make(address);
        return user;
    }

    /** Whether there is a pending account that was made under the name {@code account}. */
    public static boolean isPending(KeycloakSession session, RealmModel realm, UUID account) {
        return session.users().getUserByUsername(realm, AccountName.pending(account)) != null;
    }

    /**
     * The accounts that claim {@code address} and have not proven it, newest first. They are looked
     * for in Keycloak's own database, where they were made: no other user store is searched.
     */
    public static Stream<UserModel> pending(
            KeycloakSession session, RealmModel realm, EmailAddress address) {
        // What has the address as its own as well is found by that.
        return LocalAccount.entities(session)
                .createQuery(
                        "select u.id from UserEntity u join u.attributes a where u.realmId = :realm"
                                + " and a.name = :name and a.value = :address and u.emailVerified = false"
                                + " and (u.email is null or u.email <> :own)"
                                + " order by u.createdTimestamp desc",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("name", ATTRIBUTE)
                .setParameter("address", address.text())
                .setParameter("own", address.text())
                .getResultList()
                .stream()
                .map(id -> session.users().getUserById(realm, id))
                .filter(Objects::nonNull);
    }

    /** The account that {@code address} belongs to: the one that has proven it. */
    public static Optional<UserModel> owner(
            KeycloakSession session, RealmModel realm, EmailAddress address) {
        return Optional.ofNullable(session.users().getUserByEmail(realm, address.text()))
                .filter(UserModel::isEmailVerified);
    }

    /** Whether the error of a profile's validation is that somebody has the address. */
    public static boolean isTaken(ValidationError error) {
        return error.getMessage().equals(Messages.EMAIL_EXISTS)
                || error.getMessage().equals(Messages.USERNAME_EXISTS);
    }

    /** Whether the account claims an address. */
    public boolean isMade() {
        return user.getFirstAttribute(ATTRIBUTE) != null;
    }

    /** The address to prove: the claimed one, or else the account's own; may be absent. */
    public Optional<String> address() {
        return LocalAccount.addresses(user).toProve();
    }

    /**
     * Claims {@code address} in place of the one before. If that was the account's own it is
     * nobody's now: the account never goes back to it by itself.
     */
    public void make(EmailAddress address) {
        write(ClaimLife.claims(address.text()), nameWithout(LocalAccount.addresses(user).own()));
    }

    /**
     * Keeps the account with the id {@code account} from being removed until the request's
     * transaction ends. The removal takes the same lock first, so whoever takes it before all
     * others never waits for what the removal holds while that waits for him. An account of another
     * user store is not removed by us.
     *
     * @return false if the account is removed already
     */
    public static boolean hold(KeycloakSession session, String account) {
        LocalAccount local = new LocalAccount(session, account);
        return !local.isLocal() || local.lock();
    }

    /** Whether the account has proven its address by now, whatever this request has read before. */
    public boolean isProvenByNow(KeycloakSession session) {
        LocalAccount local = new LocalAccount(session, user.getId());
        return local.isLocal() && readAnew(local).verified();
    }

    /** What is committed, which the account's row is held for; Keycloak's cache may be behind. */
    private Addresses readAnew(LocalAccount account) {
        if (user instanceof CachedUserModel cached) {
            cached.invalidate();
        }
        return account.current();
    }

    /**
     * Whether {@code address} is what the account with the id {@code account} has to prove, as it
     * is committed now. What another user store has is not looked at.
     */
    public static boolean isStill(KeycloakSession session, String account, String address) {
        LocalAccount local = new LocalAccount(session, account);
        return !local.isLocal()
                || local.current().toProve().filter(now -> isSame(now, address)).isPresent();
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || EmailAddress.read(one)
                        .filter(read -> EmailAddress.read(other).filter(read::equals).isPresent())
                        .isPresent();
    }

    /**
     * Gives the account the address that was proven. An account that has it without having proven
     * it loses it.
     *
     * @return false if the address belongs to another account; nothing is changed then
     * @throws org.keycloak.models.ModelDuplicateException if another account is given it at this
     *     moment; the request's transaction cannot be committed then
     */
    public boolean settle(KeycloakSession session, RealmModel realm) {
        LocalAccount account = new LocalAccount(session, user.getId());
        return become(
                session,
                realm,
                ClaimLife.proves(
                        account.isLocal() ? readAnew(account) : LocalAccount.addresses(user)));
    }

    /** Gives the account these addresses; false if its own is to be one that another keeps. */
    boolean become(KeycloakSession session, RealmModel realm, Addresses next) {
        Optional<String> own = LocalAccount.addresses(user).own();
        if (next.own().isEmpty()) {
            write(next, nameWithout(own));
        } else if (new AddressHolder(session, realm, next.own().get()).release(user)) {
            write(
                    next,
                    next.own().equals(own)
                            ? user.getUsername()
                            : nameWith(realm, next.own().get()));
        } else {
            return false;
        }
        // What is taken from one account is written before it is given to another.
        LocalAccount.entities(session).flush();
        return true;
    }

    /** Only what changes: some of it may be read-only. */
    private void write(Addresses next, String name) {
        Addresses now = LocalAccount.addresses(user);
        if (!next.own().equals(now.own())) {
            user.setEmail(next.own().orElse(null));
        }
        if (next.verified() != now.verified()) {
            user.setEmailVerified(next.verified());
        }
        if (!next.claim().equals(now.claim())) {
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
        return realm.isRegistrationEmailAsUsername() || AccountName.isPlaceholder(name)
                ? address
                : name;
    }
}
