package org.childrensportal.keycloak.emailcode;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.Optional;
import java.util.function.Function;
import org.childrensportal.keycloak.domain.emailcode.CodeState;
import org.childrensportal.keycloak.domain.emailcode.CodeStore;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Keeps codes in Keycloak's database, which alone holds a limit on several nodes. */
final class JpaCodeStore implements CodeStore {

    private final KeycloakSession session;
    private final String realmId;

    JpaCodeStore(KeycloakSession session, String realmId) {
        this.session = session;
        this.realmId = realmId;
    }

    @Override
    public Optional<CodeState> find(String account) {
        return committed(
                entities ->
                        Optional.ofNullable(entities.find(EmailCodeEntity.class, account))
                                .map(EmailCodeEntity::state));
    }

    @Override
    public boolean replace(Optional<String> previousCodeId, CodeState next) {
        return previousCodeId.map(codeId -> update(codeId, next)).orElseGet(() -> insert(next));
    }

    private boolean insert(CodeState next) {
        try {
            return committed(
                    entities -> {
                        entities.persist(new EmailCodeEntity(realmId, next));
                        entities.flush();
                        return true;
                    });
        } catch (PersistenceException | ModelDuplicateException e) {
            // Expected when two are inserted at once: the row of the other one must be there.
            if (find(next.account()).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private boolean update(String codeId, CodeState next) {
        return committed(
                entities ->
                        changedOne(
                                entities.createQuery(
                                                "update EmailCodeEntity e set e.codeId = :nextCodeId,"
                                                        + " e.address = :address, e.seal = :seal,"
                                                        + " e.expiresAt = :expiresAt, e.guesses ="
                                                        + " :guesses, e.lastSentAt = :lastSentAt,"
                                                        + " e.windowStartedAt = :windowStartedAt,"
                                                        + " e.sendsInWindow = :sendsInWindow where"
                                                        + " e.userId = :userId and e.codeId = :codeId")
                                        .setParameter("nextCodeId", next.codeId())
                                        .setParameter("address", next.address())
                                        .setParameter("seal", next.seal())
                                        .setParameter("expiresAt", next.expires().toEpochMilli())
                                        .setParameter("guesses", next.guesses())
                                        .setParameter(
                                                "lastSentAt", next.sends().last().toEpochMilli())
                                        .setParameter(
                                                "windowStartedAt",
                                                next.sends().windowStart().toEpochMilli())
                                        .setParameter("sendsInWindow", next.sends().inWindow())
                                        .setParameter("userId", next.account())
                                        .setParameter("codeId", codeId)));
    }

    @Override
    public boolean claimGuess(String account, String codeId, int limit) {
        return committed(
                entities ->
                        changedOne(
                                entities.createQuery(
                                                "update EmailCodeEntity e set e.guesses = e.guesses"
                                                        + " + 1 where e.userId = :userId and e.codeId ="
                                                        + " :codeId and e.guesses < :limit")
                                        .setParameter("userId", account)
                                        .setParameter("codeId", codeId)
                                        .setParameter("limit", limit)));
    }

    @Override
    public boolean consume(String account, String codeId) {
        return changedOne(
                entities(session)
                        .createQuery(
                                "delete from EmailCodeEntity e where e.userId = :userId and"
                                        + " e.codeId = :codeId")
                        .setParameter("userId", account)
                        .setParameter("codeId", codeId));
    }

    private static boolean changedOne(Query query) {
        return query.executeUpdate() == 1;
    }

    /** Runs {@code work} in a transaction of its own, which has ended when this returns. */
    private <T> T committed(Function<EntityManager, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), own -> work.apply(entities(own)));
    }

    static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
