package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * The row of an account in Keycloak's own database. Accounts of other user stores have none.
 *
 * @param id the account's id
 */
public record LocalAccount(KeycloakSession session, String id) {

    /** The attribute that holds the address which an account claims. */
    public static final String CLAIM = "claimedEmail";

    /** What the account has, as this session sees it. */
    public static Addresses addresses(UserModel user) {
        return new Addresses(
                user.getEmail(), user.isEmailVerified(), user.getFirstAttribute(CLAIM));
    }

    private static EntityManager entities(KeycloakSession session) {
        return OwnTransaction.entities(session);
    }

    /** Writes what was changed so far, so that what follows it in the database comes after it. */
    public static void flush(KeycloakSession session) {
        entities(session).flush();
    }

    /** The account that has {@code address} now, whatever this session has read before. */
    public static Optional<UserModel> holder(
            KeycloakSession session, RealmModel realm, String address) {
        return entities(session)
                .createQuery(
                        "select u.id from UserEntity u where u.realmId = :realm and u.email ="
                                + " :address",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("address", address)
                .getResultList()
                .stream()
                .findFirst()
                .map(id -> session.users().getUserById(realm, id));
    }

    /** The ids of the accounts that claim {@code address} and have not proven it, newest first. */
    public static Stream<String> claimants(
            KeycloakSession session, RealmModel realm, String address) {
        // What has the address as its own as well is found by that.
        return entities(session)
                .createQuery(
                        "select u.id from UserEntity u join u.attributes a where u.realmId = :realm"
                                + " and a.name = :name and a.value = :address and u.emailVerified ="
                                + " false and (u.email is null or u.email <> :own) order by"
                                + " u.createdTimestamp desc",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("name", CLAIM)
                .setParameter("address", address)
                .setParameter("own", address)
                .getResultList()
                .stream();
    }

    /** Whether the account is in Keycloak's own database. */
    public boolean isLocal() {
        return StorageId.isLocalStorage(id);
    }

    /**
     * Keeps the row for this transaction, and reads it anew: what another has committed meanwhile
     * is not overwritten with what was read before.
     *
     * @return false if there is no row
     */
    public boolean lock() {
        return lock(query("select u from UserEntity u where u.id = :id"));
    }

    /** Keeps the row if the account has {@code address} and has not proven it. */
    public boolean lockUnproven(String address) {
        return lock(
                query(
                                "select u from UserEntity u where u.id = :id and u.email = :address"
                                        + " and u.emailVerified = false")
                        .setParameter("address", address));
    }

    /** Keeps the row if the account has no address of its own, so that it may be removed. */
    public boolean lockPending() {
        return lock(
                query(
                        "select u from UserEntity u where u.id = :id and u.email is null"
                                + " and u.emailVerified = false"));
    }

    private boolean lock(Query query) {
        List<?> rows = query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        rows.forEach(entities(session)::refresh);
        return !rows.isEmpty();
    }

    /**
     * Keeps the account from being removed until the request's transaction ends. The removal takes
     * the same lock first, so whoever takes it before all others never waits for what the removal
     * holds while that waits for him. An account of another user store is not removed by us.
     *
     * @return false if the account is removed already
     */
    public boolean hold() {
        return !isLocal() || lock();
    }

    /**
     * Whether {@code address} is what the account has to prove, as it is committed now. What
     * another user store has is not looked at.
     */
    public boolean isStill(String address) {
        return !isLocal() || current().toProve().filter(now -> isSame(now, address)).isPresent();
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || EmailAddress.read(one)
                        .filter(read -> EmailAddress.read(other).filter(read::equals).isPresent())
                        .isPresent();
    }

    /** Whether the account has {@code address} now, whatever this session has read before. */
    public boolean has(String address) {
        return !query("select u.id from UserEntity u where u.id = :id and u.email = :address")
                .setParameter("address", address)
                .getResultList()
                .isEmpty();
    }

    /** What the account has now, whatever this session has read before; none if it has no row. */
    public Addresses current() {
        List<?> claims =
                query(
                                "select a.value from UserAttributeEntity a where a.user.id = :id"
                                        + " and a.name = :name")
                        .setParameter("name", CLAIM)
                        .getResultList();
        String claim = claims.isEmpty() ? null : (String) claims.get(0);
        for (Object row :
                query("select u.email, u.emailVerified from UserEntity u where u.id = :id")
                        .getResultList()) {
            Object[] columns = (Object[]) row;
            return new Addresses((String) columns[0], (Boolean) columns[1], claim);
        }
        return Addresses.NONE;
    }

    private Query query(String query) {
        return entities(session).createQuery(query).setParameter("id", id);
    }
}
