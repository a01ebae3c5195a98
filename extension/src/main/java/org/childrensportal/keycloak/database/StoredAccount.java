package org.childrensportal.keycloak.database;

import jakarta.persistence.Query;
import java.time.Instant;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.KeycloakSession;
import org.keycloak.storage.StorageId;

/**
 * One account as it is committed now, whatever this session has read before. Accounts of other user
 * stores are not in Keycloak's database.
 */
public final class StoredAccount {

    /** The attribute that holds the address which an account claims. */
    public static final String CLAIM = "claimedEmail";

    private final KeycloakSession session;
    private final String id;

    /**
     * The account with the id {@code id}.
     *
     * @param id Keycloak's id of a user, of whatever user store
     */
    public StoredAccount(KeycloakSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** Whether the account is in Keycloak's own database. */
    public boolean isLocal() {
        return StorageId.isLocalStorage(id);
    }

    /** The addresses of the account; none if it has no row. */
    public Addresses addresses() {
        for (Object row :
                query(
                                "select u.email, u.emailVerified, a.value from UserEntity u"
                                        + " left join u.attributes a on a.name = :name"
                                        + " where u.id = :id")
                        .setParameter("name", CLAIM)
                        .getResultList()) {
            Object[] columns = (Object[]) row;
            return new Addresses((String) columns[0], (Boolean) columns[1], (String) columns[2]);
        }
        return Addresses.NONE;
    }

    /** Whether {@code name} is the account's user name. */
    public boolean isNamed(String name) {
        return !query("select u.id from UserEntity u where u.id = :id and u.username = :name")
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    /**
     * Whether what began at {@code moment} may still change the account: it is enabled, and nobody
     * has ended all its sessions since. An account of another user store is as that store says.
     */
    public boolean isStandingSince(Instant moment) {
        return !isLocal()
                || !query(
                                "select u.id from UserEntity u where u.id = :id and u.enabled ="
                                        + " true and u.notBefore < :moment")
                        .setParameter("moment", Math.toIntExact(moment.getEpochSecond()))
                        .getResultList()
                        .isEmpty();
    }

    /** Whether {@code address} is the account's own, verified or not. */
    public boolean has(String address) {
        return !query("select u.id from UserEntity u where u.id = :id and u.email = :address")
                .setParameter("address", address)
                .getResultList()
                .isEmpty();
    }

    /**
     * Whether the account still has to prove {@code address}. What another user store says of its
     * accounts is not checked.
     */
    public boolean hasToProve(String address) {
        return !isLocal()
                || addresses().toProve().filter(current -> isSame(current, address)).isPresent();
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || EmailAddress.read(one)
                        .filter(read -> EmailAddress.read(other).filter(read::equals).isPresent())
                        .isPresent();
    }

    private Query query(String query) {
        return OwnTransaction.entities(session).createQuery(query).setParameter("id", id);
    }
}
