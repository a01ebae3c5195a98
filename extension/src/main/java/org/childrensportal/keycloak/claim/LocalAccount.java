package org.childrensportal.keycloak.claim;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * The row of an account in Keycloak's own database. Accounts of other user stores have none.
 *
 * @param id the account's id
 */
record LocalAccount(KeycloakSession session, String id) {

    /** What the account has, as this session sees it. */
    static Addresses addresses(UserModel user) {
        return new Addresses(
                user.getEmail(),
                user.isEmailVerified(),
                user.getFirstAttribute(AddressClaim.ATTRIBUTE));
    }

    static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /** The account that has {@code address} now, whatever this session has read before. */
    static Optional<UserModel> holder(KeycloakSession session, RealmModel realm, String address) {
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

    boolean isLocal() {
        return StorageId.isLocalStorage(id);
    }

    /**
     * Keeps the row for this transaction, and reads it anew: what another has committed meanwhile
     * is not overwritten with what was read before.
     *
     * @return false if there is no row
     */
    boolean lock() {
        return lock(query("select u from UserEntity u where u.id = :id"));
    }

    /** Keeps the row if the account has {@code address} and has not proven it. */
    boolean lockUnproven(String address) {
        return lock(
                query(
                                "select u from UserEntity u where u.id = :id and u.email = :address"
                                        + " and u.emailVerified = false")
                        .setParameter("address", address));
    }

    private boolean lock(Query query) {
        List<?> rows = query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        rows.forEach(entities(session)::refresh);
        return !rows.isEmpty();
    }

    /** Whether the account has {@code address} now, whatever this session has read before. */
    boolean has(String address) {
        return !query("select u.id from UserEntity u where u.id = :id and u.email = :address")
                .setParameter("address", address)
                .getResultList()
                .isEmpty();
    }

    /** What the account has now, whatever this session has read before; none if it has no row. */
    Addresses current() {
        List<?> claims =
                query(
                                "select a.value from UserAttributeEntity a where a.user.id = :id"
                                        + " and a.name = :name")
                        .setParameter("name", AddressClaim.ATTRIBUTE)
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
