package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/**
 * The lock on the row that Keycloak keeps of one account, held until the transaction of the session
 * ends. Confirming an address, editing an account and removing one all take it before they take any
 * other lock, so none of them waits for another that waits for it.
 *
 * <p>The row is read anew under the lock: what somebody else has committed meanwhile is not
 * overwritten with what this session read before.
 */
public final class AccountLock {

    private static final String ROW = "select u from UserEntity u where u.id = :id";

    private final KeycloakSession session;
    private final String account;

    /**
     * The lock on one account.
     *
     * @param account the account's id
     */
    public AccountLock(KeycloakSession session, String account) {
        this.session = session;
        this.account = account;
    }

    /**
     * Takes the lock. An account of another user store has no row to lock, and is never removed by
     * the portal.
     *
     * @return false if the account has been removed
     */
    public boolean take() {
        return !new StoredAccount(session, account).isLocal() || take(query(ROW));
    }

    /**
     * Takes the lock if {@code address} is the account's own and not verified.
     *
     * @return false if it is not; nothing is locked then
     */
    public boolean takeIfUnproven(String address) {
        return take(
                query(ROW + " and u.email = :address and u.emailVerified = false")
                        .setParameter("address", address));
    }

    /**
     * Takes the lock if the account has no address of its own.
     *
     * @return false if it has one, or has been removed; nothing is locked then
     */
    public boolean takeIfPending() {
        return take(query(ROW + " and u.email is null and u.emailVerified = false"));
    }

    private boolean take(Query query) {
        List<?> rows = query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        rows.forEach(entities()::refresh);
        return !rows.isEmpty();
    }

    private Query query(String query) {
        return entities().createQuery(query).setParameter("id", account);
    }

    private EntityManager entities() {
        return OwnTransaction.entities(session);
    }
}
