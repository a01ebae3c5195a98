package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.childrensportal.keycloak.domain.limit.Permit;
import org.childrensportal.keycloak.domain.limit.RateLimitStore;
import org.keycloak.models.KeycloakSession;

/**
 * Keeps permits in Keycloak's database. A request for one locks the rows of its subjects, always in
 * the same order, before it counts.
 *
 * <p>Two realms may have the same key, and so the same subjects: one is exported and imported under
 * another name. Each counts its own permits and locks rows of its own.
 */
public final class JpaRateLimitStore implements RateLimitStore {

    private final OwnTransaction transaction;
    private final String realmId;

    /** The permits of a realm. */
    public JpaRateLimitStore(KeycloakSession session, String realmId) {
        this(new OwnTransaction(session), realmId);
    }

    /** The permits of a realm, written within {@code transaction}. */
    public JpaRateLimitStore(OwnTransaction transaction, String realmId) {
        this.transaction = transaction;
        this.realmId = realmId;
    }

    @Override
    public Permit request(List<LimitedSubject> subjects, Instant now) {
        List<LimitedSubject> inOrder =
                subjects.stream().sorted(Comparator.comparing(LimitedSubject::key)).toList();
        return transaction.insist(entities -> request(entities, inOrder, now));
    }

    @Override
    public int count(LimitedSubject subject, Instant now) {
        return transaction.run(
                entities ->
                        subject.count(
                                earlier(entities, List.of(subject))
                                        .getOrDefault(subject.key(), List.of()),
                                now));
    }

    private Permit request(EntityManager entities, List<LimitedSubject> subjects, Instant now) {
        // A row stays for as long as a permit granted now counts.
        new SubjectRows(entities, realmId)
                .lock(
                        subjects.stream()
                                .map(
                                        subject ->
                                                new SubjectRows.Row(
                                                        row(subject), forgetAt(subject, now)))
                                .toList());
        Map<String, List<Instant>> earlier = earlier(entities, subjects);
        return Permit.refusal(
                        subjects, subject -> earlier.getOrDefault(subject.key(), List.of()), now)
                .orElseGet(() -> grant(entities, subjects, now));
    }

    private Permit grant(EntityManager entities, List<LimitedSubject> subjects, Instant now) {
        String permitId = UUID.randomUUID().toString();
        Query insert =
                entities.createQuery(
                        IntStream.range(0, subjects.size())
                                .mapToObj(
                                        "(:id%1$d, :permit, :key%1$d, :realm, :now, :forgetAt%1$d)"
                                                ::formatted)
                                .collect(
                                        Collectors.joining(
                                                ", ",
                                                "insert into PermitEntity (id, permitId,"
                                                        + " subjectKey, realmId, grantedAt,"
                                                        + " forgetAt) values ",
                                                "")));
        insert.setParameter("permit", permitId)
                .setParameter("realm", realmId)
                .setParameter("now", now.toEpochMilli());
        for (int i = 0; i < subjects.size(); i++) {
            insert.setParameter("id" + i, UUID.randomUUID().toString())
                    .setParameter("key" + i, subjects.get(i).key())
                    .setParameter("forgetAt" + i, forgetAt(subjects.get(i), now));
        }
        insert.executeUpdate();
        return new Permit.Granted(permitId);
    }

    /** When permits were granted, oldest first, by the keys of their subjects. */
    private Map<String, List<Instant>> earlier(
            EntityManager entities, List<LimitedSubject> subjects) {
        // A name for each key: Hibernate (7.2) translates a query with a list anew each time.
        TypedQuery<Object[]> query =
                entities.createQuery(
                                IntStream.range(0, subjects.size())
                                        .mapToObj(":key%d"::formatted)
                                        .collect(
                                                Collectors.joining(
                                                        ", ",
                                                        "select p.subjectKey, p.grantedAt from"
                                                            + " PermitEntity p where p.subjectKey"
                                                            + " in (",
                                                        ") and p.realmId = :realm order by"
                                                                + " p.grantedAt")),
                                Object[].class)
                        .setParameter("realm", realmId);
        for (int i = 0; i < subjects.size(); i++) {
            query.setParameter("key" + i, subjects.get(i).key());
        }
        return query.getResultList().stream()
                .collect(
                        Collectors.groupingBy(
                                row -> (String) row[0],
                                Collectors.mapping(
                                        row -> Instant.ofEpochMilli((Long) row[1]),
                                        Collectors.toList())));
    }

    /** The key of the row to lock: 64 hexadecimal digits. */
    private String row(LimitedSubject subject) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            (realmId + "/" + subject.key())
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** From when on no limit of the subject counts a permit that is granted {@code now}. */
    private static long forgetAt(LimitedSubject subject, Instant now) {
        return now.plus(subject.memory()).toEpochMilli();
    }

    @Override
    public void giveBack(String permitId) {
        transaction.run(
                entities ->
                        entities.createQuery(
                                        "delete from PermitEntity p where p.permitId = :permitId")
                                .setParameter("permitId", permitId)
                                .executeUpdate());
    }
}
