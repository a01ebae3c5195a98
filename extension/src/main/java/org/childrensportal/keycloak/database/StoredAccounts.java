package org.childrensportal.keycloak.database;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;

/**
 * The accounts of a realm in Keycloak's own database, as they are committed now. Accounts of other
 * user stores are not among them.
 */
public final class StoredAccounts {

    /** How many accounts {@link #unconfirmed} finds at most. */
    public static final int BATCH = 100;

    private final KeycloakSession session;
    private final String realmId;

    /** The accounts of the realm with the id {@code realmId}. */
    public StoredAccounts(KeycloakSession session, String realmId) {
        this.session = session;
        this.realmId = realmId;
    }

    /**
     * One account.
     *
     * @param id its id
     * @param name its user name
     */
    public record Row(String id, String name) {}

    /** The id of the account whose own address is {@code address}, verified or not. */
    public Optional<String> holder(String address) {
        return OwnTransaction.entities(session)
                .createQuery(
                        "select u.id from UserEntity u where u.realmId = :realm"
                                + " and u.email = :address",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("address", address)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * The ids of the accounts that claim {@code address} and have not proven it, newest first. An
     * account whose own address it is as well is not among them.
     */
    public List<String> claimants(String address) {
        return OwnTransaction.entities(session)
                .createQuery(
                        "select u.id from UserEntity u join u.attributes a where u.realmId = :realm"
                                + " and a.name = :name and a.value = :address"
                                + " and u.emailVerified = false"
                                + " and (u.email is null or u.email <> :own)"
                                + " order by u.createdTimestamp desc",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("name", StoredAccount.CLAIM)
                .setParameter("address", address)
                .setParameter("own", address)
                .getResultList();
    }

    /**
     * Up to {@link #BATCH} accounts without an address of their own, in the order of their user
     * names. They are found by the index of user names, so other accounts cost nothing.
     *
     * @param prefix what their user names begin with: lower case, with a hyphen at its end
     * @param last only user names after this one
     * @param before only accounts that were made before this moment
     */
    public List<Row> unconfirmed(String prefix, String last, Instant before) {
        return OwnTransaction.entities(session)
                .createQuery(
                        "select u.id, u.username from UserEntity u where u.realmId = :realm"
                                + " and u.username > :last and u.username < :behind"
                                + " and u.username like :prefix"
                                + " and u.email is null and u.emailVerified = false"
                                + " and u.createdTimestamp < :before order by u.username",
                        Object[].class)
                .setParameter("realm", realmId)
                .setParameter("last", last)
                .setParameter("behind", behind(prefix))
                .setParameter("prefix", prefix + "%")
                .setParameter("before", before.toEpochMilli())
                .setMaxResults(BATCH)
                .getResultList()
                .stream()
                .map(row -> new Row((String) row[0], (String) row[1]))
                .toList();
    }

    /**
     * How many accounts have no address of their own. They are found as in {@link #unconfirmed}.
     *
     * @param prefix what their user names begin with: lower case, with a hyphen at its end
     */
    public long unconfirmed(String prefix) {
        return OwnTransaction.entities(session)
                .createQuery(
                        "select count(u) from UserEntity u where u.realmId = :realm"
                                + " and u.username > :prefix and u.username < :behind"
                                + " and u.username like :like"
                                + " and u.email is null and u.emailVerified = false",
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("prefix", prefix)
                .setParameter("behind", behind(prefix))
                .setParameter("like", prefix + "%")
                .getSingleResult();
    }

    /** How many addresses are the own address of more than one account. */
    public long sharedAddresses() {
        return OwnTransaction.entities(session)
                .createQuery(
                        "select u.email from UserEntity u where u.realmId = :realm"
                                + " and u.email is not null group by u.email having count(u) > 1",
                        String.class)
                .setParameter("realm", realmId)
                .getResultList()
                .size();
    }

    /** How many accounts have a user name that is the own address of another account. */
    public long namedAsAnothersAddress() {
        return OwnTransaction.entities(session)
                .createQuery(
                        "select count(u) from UserEntity u where u.realmId = :realm and exists"
                                + " (select o.id from UserEntity o where o.realmId = :realm"
                                + " and o.email = u.username and o.id <> u.id)",
                        Long.class)
                .setParameter("realm", realmId)
                .getSingleResult();
    }

    /** The ids of the accounts that are to answer {@code action}, of other user stores as well. */
    public List<String> requiredTo(String action) {
        return Stream.of(
                        "select r.user.id from UserRequiredActionEntity r"
                                + " where r.action = :action and r.user.realmId = :realm",
                        "select r.userId from FederatedUserRequiredActionEntity r"
                                + " where r.action = :action and r.realmId = :realm")
                .flatMap(
                        query ->
                                OwnTransaction.entities(session)
                                        .createQuery(query, String.class)
                                        .setParameter("action", action)
                                        .setParameter("realm", realmId)
                                        .getResultList()
                                        .stream())
                .toList();
    }

    /** Sorts after every name with the prefix, also in collations that ignore hyphens. */
    private static String behind(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + "z";
    }

    /** Writes what has been changed so far, so that later changes come after it. */
    public void flush() {
        OwnTransaction.entities(session).flush();
    }
}
