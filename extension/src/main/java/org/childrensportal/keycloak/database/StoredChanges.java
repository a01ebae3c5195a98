package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * The changes of addresses of a realm that can be changed back. All is written within the session's
 * own transaction, by whoever holds the account's lock.
 */
public final class StoredChanges {

    private final KeycloakSession session;
    private final String realmId;

    /** Those of the realm with the id {@code realmId}. */
    public StoredChanges(KeycloakSession session, String realmId) {
        this.session = session;
        this.realmId = realmId;
    }

    /** The change that one of {@code keyHashes} belongs to, as it is committed now. */
    public Optional<StoredChange> find(List<String> keyHashes) {
        Optional<AddressChangeEntity> row =
                entities()
                        .createQuery(
                                "select e from AddressChangeEntity e where e.keyHash in :hashes"
                                        + " and e.realmId = :realm",
                                AddressChangeEntity.class)
                        .setParameter("hashes", keyHashes)
                        .setParameter("realm", realmId)
                        .getResultStream()
                        .findFirst();
        // Read anew each time.
        row.ifPresent(entities()::detach);
        return row.map(AddressChangeEntity::change);
    }

    /** Every change of the account with this id, the newest first. */
    public List<StoredChange> of(String account) {
        return entities()
                .createQuery(
                        "select e from AddressChangeEntity e where e.userId = :user"
                                + " and e.realmId = :realm order by e.changedAt desc",
                        AddressChangeEntity.class)
                .setParameter("user", account)
                .setParameter("realm", realmId)
                .getResultStream()
                .map(AddressChangeEntity::change)
                .toList();
    }

    /**
     * Adds a change. Earlier ones of the account can be changed back for as long as this one: no
     * later change takes from whoever had the address before. It counts as later than those, though
     * it be made by a node whose clock is behind.
     *
     * @param most how long after it was made a change can be changed back at most
     */
    public void add(StoredChange change, Duration most) {
        entities()
                .createQuery(
                        "update AddressChangeEntity e set e.expiresAt ="
                                + " case when e.changedAt + :most < :expires"
                                + " then e.changedAt + :most else :expires end"
                                + " where e.userId = :user and e.usedAt is null"
                                + " and e.expiresAt > :now and e.expiresAt < :expires"
                                + " and e.expiresAt < e.changedAt + :most")
                .setParameter("most", most.toMillis())
                .setParameter("expires", change.expires().toEpochMilli())
                .setParameter("user", change.account())
                .setParameter("now", change.changed().toEpochMilli())
                .executeUpdate();
        entities().persist(new AddressChangeEntity(realmId, change, after(change)));
        entities().flush();
    }

    private Instant after(StoredChange change) {
        return of(change.account()).stream()
                .findFirst()
                .map(latest -> latest.changed().plusMillis(1))
                .filter(soonest -> soonest.isAfter(change.changed()))
                .orElse(change.changed());
    }

    /** Whether a change of the account with this id can be changed back at {@code moment}. */
    public boolean isAnyOpen(String account, Instant moment) {
        return of(account).stream()
                .anyMatch(change -> !change.used() && moment.isBefore(change.expires()));
    }

    /** Makes a change that is changed back, and those of the account after it, void. */
    public void use(StoredChange change, Instant now) {
        entities()
                .createQuery(
                        "update AddressChangeEntity e set e.usedAt = :now where e.userId = :user"
                                + " and e.changedAt >= :changed and e.usedAt is null")
                .setParameter("now", now.toEpochMilli())
                .setParameter("user", change.account())
                .setParameter("changed", change.changed().toEpochMilli())
                .executeUpdate();
        entities()
                .createQuery("delete from EmailCodeEntity e where e.userId = :user")
                .setParameter("user", change.account())
                .executeUpdate();
    }

    private EntityManager entities() {
        return OwnTransaction.entities(session);
    }
}
