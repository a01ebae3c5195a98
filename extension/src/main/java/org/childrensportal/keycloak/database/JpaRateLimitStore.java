package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Comparator;
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

    private Permit request(EntityManager entities, List<LimitedSubject> subjects, Instant now) {
        for (LimitedSubject subject : subjects) {
            entities.find(
                    LimitedSubjectEntity.class, subject.key(), LockModeType.PESSIMISTIC_WRITE);
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

    private static List<Instant> earlier(EntityManager entities, LimitedSubject subject) {
        return entities.createQuery(
                        "select p.grantedAt from PermitEntity p where p.subjectKey = :key order by"
                                + " p.grantedAt",
                        Long.class)
                .setParameter("key", subject.key())
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
                                        subject.key(), realmId, forgetAt(subject, now)));
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
                                        .setParameter("key", subject.key())
                                        .executeUpdate())
                == 1;
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
