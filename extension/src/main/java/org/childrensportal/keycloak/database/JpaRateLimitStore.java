package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.childrensportal.keycloak.domain.limit.Permit;
import org.childrensportal.keycloak.domain.limit.RateLimitStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;

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
        this.transaction = new OwnTransaction(session);
        this.realmId = realmId;
    }

    @Override
    public Permit request(List<LimitedSubject> subjects, Instant now) {
        List<LimitedSubject> inOrder =
                subjects.stream().sorted(Comparator.comparing(LimitedSubject::key)).toList();
        inOrder.forEach(subject -> ensureRow(subject, now));
        return transaction.run(entities -> request(entities, inOrder, now));
    }

    @Override
    public int count(LimitedSubject subject, Instant now) {
        return subject.count(transaction.run(entities -> earlier(entities, subject)), now);
    }

    private Permit request(EntityManager entities, List<LimitedSubject> subjects, Instant now) {
        for (LimitedSubject subject : subjects) {
            entities.find(LimitedSubjectEntity.class, row(subject), LockModeType.PESSIMISTIC_WRITE);
        }
        return Permit.refusal(subjects, subject -> earlier(entities, subject), now)
                .orElseGet(() -> grant(entities, subjects, now));
    }

    private Permit grant(EntityManager entities, List<LimitedSubject> subjects, Instant now) {
        String permitId = UUID.randomUUID().toString();
        for (LimitedSubject subject : subjects) {
            entities.persist(
                    new PermitEntity(
                            permitId,
                            subject.key(),
                            realmId,
                            now.toEpochMilli(),
                            forgetAt(subject, now)));
        }
        return new Permit.Granted(permitId);
    }

    private List<Instant> earlier(EntityManager entities, LimitedSubject subject) {
        return entities.createQuery(
                        "select p.grantedAt from PermitEntity p where p.subjectKey = :key"
                                + " and p.realmId = :realm order by p.grantedAt",
                        Long.class)
                .setParameter("key", subject.key())
                .setParameter("realm", realmId)
                .getResultStream()
                .map(Instant::ofEpochMilli)
                .toList();
    }

    /**
     * Makes sure that there is a row to lock, and that it stays for as long as a permit granted now
     * counts. The row is inserted in a transaction of its own, because one of two that insert it at
     * the same moment fails.
     */
    private void ensureRow(LimitedSubject subject, Instant now) {
        if (touch(subject, now)) {
            return;
        }
        try {
            transaction.run(
                    entities -> {
                        entities.persist(
                                new LimitedSubjectEntity(
                                        row(subject), realmId, forgetAt(subject, now)));
                        entities.flush();
                        return true;
                    });
        } catch (PersistenceException | ModelDuplicateException e) {
            if (!touch(subject, now)) {
                throw e;
            }
        }
    }

    private boolean touch(LimitedSubject subject, Instant now) {
        return transaction.run(
                        entities ->
                                entities.createQuery(
                                                "update LimitedSubjectEntity s set s.forgetAt ="
                                                        + " :forgetAt where s.key = :key")
                                        .setParameter("forgetAt", forgetAt(subject, now))
                                        .setParameter("key", row(subject))
                                        .executeUpdate())
                == 1;
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
