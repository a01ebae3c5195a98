package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Locks rows of {@code PORTAL_LIMITED_SUBJECT} until the transaction ends, and makes those that are
 * not there, in one statement.
 */
final class SubjectRows {

    /**
     * A row.
     *
     * @param key at most 64 characters
     * @param forgetAt from when on nobody needs it; milliseconds
     */
    record Row(String key, long forgetAt) {}

    private final EntityManager entities;
    private final String realmId;

    SubjectRows(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    /**
     * Locks them in this order. Whoever else has one of them locked, or makes it at this moment, is
     * waited for. Must be the first statement of a transaction that reads what the lock guards: a
     * database that shows a transaction what was committed when it first read (MariaDB) shows it
     * what was committed by whoever was waited for.
     */
    void lock(List<Row> rows) {
        Query query =
                entities.createQuery(
                        IntStream.range(0, rows.size())
                                .mapToObj("(:key%1$d, :realm, :forgetAt%1$d)"::formatted)
                                .collect(
                                        Collectors.joining(
                                                ", ",
                                                "insert into LimitedSubjectEntity (key, realmId,"
                                                        + " forgetAt) values ",
                                                " on conflict (key) do update set forgetAt ="
                                                        + " excluded.forgetAt")));
        query.setParameter("realm", realmId);
        for (int i = 0; i < rows.size(); i++) {
            query.setParameter("key" + i, rows.get(i).key());
            query.setParameter("forgetAt" + i, rows.get(i).forgetAt());
        }
        query.executeUpdate();
    }
}
