package org.childrensportal.keycloak.emailcode;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.childrensportal.keycloak.domain.limit.Claim;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.childrensportal.keycloak.domain.limit.UseStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;

/**
 * Keeps uses in Keycloak's database. A claim locks its subjects' rows, always in the same order,
 * before it counts.
 */
public final class JpaUseStore implements UseStore {

    private final OwnTransaction transaction;
    private final String realmId;

    /** The uses that count in a realm. */
    public JpaUseStore(KeycloakSession session, String realmId) {
        this.transaction = new OwnTransaction(session);
        this.realmId = realmId;
    }

    @Override
    public Claim claim(List<LimitedSubject> subjects, Instant now) {
        List<LimitedSubject> inOrder =
                subjects.stream().sorted(Comparator.comparing(LimitedSubject::key)).toList();
        inOrder.forEach(subject -> ensureRow(subject, now));
        return transaction.run(entities -> claim(entities, inOrder, now));
    }

    @Override
    public int count(LimitedSubject subject, Instant now) {
        return subject.count(transaction.run(entities -> uses(entities, subject)), now);
    }

    private Claim claim(EntityManager entities, List<LimitedSubject> subjects, Instant now) {
        for (LimitedSubject subject : subjects) {
            entities.find(
                    LimitedSubjectEntity.class, subject.key(), LockModeType.PESSIMISTIC_WRITE);
        }
        return Claim.refusal(subjects, subject -> uses(entities, subject), now)
                .orElseGet(() -> grant(entities, subjects, now));
    }

    private Claim grant(EntityManager entities, List<LimitedSubject> subjects, Instant now) {
        String claimId = UUID.randomUUID().toString();
        for (LimitedSubject subject : subjects) {
            entities.persist(
                    new UseEntity(
                            claimId,
                            subject.key(),
                            realmId,
                            now.toEpochMilli(),
                            forgetAt(subject, now)));
        }
        return new Claim.Granted(claimId);
    }

    private static List<Instant> uses(EntityManager entities, LimitedSubject subject) {
        return entities.createQuery(
                        "select u.usedAt from UseEntity u where u.subjectKey = :key order by u.usedAt",
                        Long.class)
                .setParameter("key", subject.key())
                .getResultStream()
                .map(Instant::ofEpochMilli)
                .toList();
    }

    /**
     * A row to lock, which nobody forgets as long as a use counts that begins now. It is made in a
     * transaction of its own: of two that make it at once one fails.
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

    /** The moment from which on no limit of the subject looks at a use that begins {@code now}. */
    private static long forgetAt(LimitedSubject subject, Instant now) {
        return now.plus(subject.memory()).toEpochMilli();
    }

    @Override
    public void takeBack(String claimId) {
        transaction.run(
                entities ->
                        entities.createQuery("delete from UseEntity u where u.claimId = :claimId")
                                .setParameter("claimId", claimId)
                                .executeUpdate());
    }
}
