package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.childrensportal.keycloak.domain.emailcode.CodeState;
import org.childrensportal.keycloak.domain.emailcode.CodeStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;

/** Keeps codes in Keycloak's database, so that a limit holds across nodes. */
public final class JpaCodeStore implements CodeStore {

    private final KeycloakSession session;
    private final OwnTransaction transaction;
    private final String realmId;
    private final BiPredicate<StoredAccount, String> mayUse;

    /**
     * The codes of a realm, written within {@code transaction}.
     *
     * @param mayUse whether a locked account may use a code for an address up
     */
    public JpaCodeStore(
            KeycloakSession session,
            OwnTransaction transaction,
            String realmId,
            BiPredicate<StoredAccount, String> mayUse) {
        this.mayUse = mayUse;
        this.session = session;
        this.transaction = transaction;
        this.realmId = realmId;
    }

    @Override
    public Optional<CodeState> find(String account) {
        return transaction.run(entities -> state(entities, account));
    }

    @Override
    public Optional<CodeState> seen(String account) {
        return state(OwnTransaction.entities(session), account);
    }

    /** Read anew each time: nothing is kept that a session would be given again. */
    private static Optional<CodeState> state(EntityManager entities, String account) {
        Optional<EmailCodeEntity> row =
                entities.createQuery(
                                "select e from EmailCodeEntity e where e.userId = :userId",
                                EmailCodeEntity.class)
                        .setParameter("userId", account)
                        .getResultStream()
                        .findFirst();
        row.ifPresent(entities::detach);
        return row.map(EmailCodeEntity::state);
    }

    @Override
    public boolean replace(Optional<String> previousCodeId, CodeState next) {
        return previousCodeId.map(codeId -> update(codeId, next)).orElseGet(() -> insert(next));
    }

    private boolean insert(CodeState next) {
        try {
            return transaction.run(
                    entities -> {
                        entities.persist(new EmailCodeEntity(realmId, next));
                        entities.flush();
                        return true;
                    });
        } catch (PersistenceException | ModelDuplicateException e) {
            // Expected when two requests insert a row at once: then the other one's row is there.
            if (!transaction.isPartOfMore() && find(next.account()).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private boolean update(String codeId, CodeState next) {
        return transaction.run(
                entities ->
                        changedOne(
                                entities.createQuery(
                                                "update EmailCodeEntity e set e.codeId ="
                                                        + " :nextCodeId, e.address = :address,"
                                                        + " e.seal = :seal, e.keyId = :keyId,"
                                                        + " e.expiresAt = :expiresAt, e.guesses"
                                                        + " = :guesses where e.userId = :userId"
                                                        + " and e.codeId = :codeId")
                                        .setParameter("nextCodeId", next.codeId())
                                        .setParameter("address", next.address())
                                        .setParameter("seal", next.seal())
                                        .setParameter("keyId", next.keyId())
                                        .setParameter("expiresAt", next.expires().toEpochMilli())
                                        .setParameter("guesses", next.guesses())
                                        .setParameter("userId", next.account())
                                        .setParameter("codeId", codeId)));
    }

    @Override
    public boolean countGuess(String account, String codeId, int limit) {
        return transaction.run(
                entities ->
                        changedOne(
                                entities.createQuery(
                                                "update EmailCodeEntity e set e.guesses ="
                                                        + " e.guesses + 1 where e.userId ="
                                                        + " :userId and e.codeId = :codeId and"
                                                        + " e.guesses < :limit")
                                        .setParameter("userId", account)
                                        .setParameter("codeId", codeId)
                                        .setParameter("limit", limit)));
    }

    @Override
    public boolean consume(CodeState state) {
        // Locked first, and only for a right code: removing the account takes the same lock first.
        return new AccountLock(session, state.account()).take()
                && mayUse.test(new StoredAccount(session, state.account()), state.address())
                && changedOne(
                        OwnTransaction.entities(session)
                                .createQuery(
                                        "delete from EmailCodeEntity e where e.userId = :userId and"
                                                + " e.codeId = :codeId")
                                .setParameter("userId", state.account())
                                .setParameter("codeId", state.codeId()));
    }

    private static boolean changedOne(Query query) {
        return query.executeUpdate() == 1;
    }
}
