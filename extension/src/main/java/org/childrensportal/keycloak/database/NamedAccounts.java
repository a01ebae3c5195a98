package org.childrensportal.keycloak.database;

import java.time.Instant;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/**
 * Accounts of a realm, found by the index of user names: however many others there are, they cost
 * nothing.
 *
 * @param realmId the realm's id
 */
public record NamedAccounts(KeycloakSession session, String realmId) {

    /** How many at most are found at a time. */
    public static final int BATCH = 100;

    /**
     * One account.
     *
     * @param id its id
     * @param name its user name
     */
    public record Row(String id, String name) {}

    /**
     * Up to {@link #BATCH} accounts without an address of their own, by their names, in order.
     *
     * @param prefix their names begin with it, in lower case and with a hyphen at its end
     * @param last only names after this one
     * @param before only accounts that were made before this moment
     */
    public List<Row> unconfirmed(String prefix, String last, Instant before) {
        return OwnTransaction.entities(session)
                .createQuery(
                        "select u.id, u.username from UserEntity u where u.realmId = :realm and"
                                + " u.username > :last and u.username < :behind"
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

    /** Sorts behind every name with the prefix, in any collation: some of them skip hyphens. */
    private static String behind(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + "z";
    }
}
