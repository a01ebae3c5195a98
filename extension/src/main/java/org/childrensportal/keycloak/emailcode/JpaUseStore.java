package org.childrensportal.keycloak.emailcode;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** No limit looks back further. */
    private static final Duration MEMORY = Duration.ofDays(1);

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

    private Claim claim(EntityManager entities, List<LimitedSubject> subjects, Instant now) {
        for (LimitedSubject subject : subjects) {
            entities.find(
                    LimitedSubjectEntity.class, subject.key(), LockModeType.PESSIMISTIC_WRITE);
        }
        Optional<Claim> refused =
                subjects.stream()
                        .flatMap(
                                subject ->
                                        subject
                                                .next(uses(entities, subject), now)
                                                .<Claim>map(
                                                        next -> new Claim.Refused(subject, next))
                                                .stream())
                        .findFirst();
        return refused.orElseGet(() -> grant(entities, subjects, now));
    }

    private Claim grant(EntityManager entities, List<LimitedSubject> subjects, Instant now) {
        String claimId = UUID.randomUUID().toString();
        for (LimitedSubject subject : subjects) {
            entities.persist(new UseEntity(claimId, subject.key(), realmId, now.toEpochMilli()));
        }
        return new Claim.Granted(claimId);
    }

    private static List<Instant> uses(EntityManager entities, LimitedSubject subject) {
        return entities.createQuery(
                        "select u.usedAt from UseEntity u where u.subjectKey = :key order by"
                                + " u.usedAt",
                        Long.class)
                .setParameter("key", subject.key())
                .getResultStream()
                .map(Instant::ofEpochMilli)
                .toList();
    }

    /**
     * A row to lock, which nobody forgets from now on. It is made in a transaction of its own: of
     * two that make it at once one fails.
     */
    private void ensureRow(LimitedSubject subject, Instant now) {
        if (touch(subject, now)) {
            return;
        }
        forget(now.minus(MEMORY));
        try {
            transaction.run(
                    entities -> {
                        entities.persist(
                                new LimitedSubjectEntity(
                                        subject.key(), realmId, now.toEpochMilli()));
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
                                                "update LimitedSubjectEntity s set s.lastUsedAt ="
                                                        + " :now where s.key = :key")
                                        .setParameter("now", now.toEpochMilli())
                                        .setParameter("key", subject.key())
                                        .executeUpdate())
                == 1;
    }

    /** Removes what no limit looks at any more. */
    private void forget(Instant before) {
        transaction.run(
                entities -> {
                    entities.createQuery("delete from UseEntity u where u.usedAt < :before")
                            .setParameter("before", before.toEpochMilli())
                            .executeUpdate();
                    return entities.createQuery(
                                    "delete from LimitedSubjectEntity s where s.lastUsedAt <"
                                            + " :before")
                            .setParameter("before", before.toEpochMilli())
                            .executeUpdate();
                });
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
