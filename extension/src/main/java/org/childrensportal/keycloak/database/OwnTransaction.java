package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.limit.OneCommit;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.Provider;

/**
 * Work in Keycloak's database that is committed when it returns, whatever becomes of the request.
 */
public final class OwnTransaction implements OneCommit {

    /** The provider of the database, for work that must end before the database is closed. */
    public static final Class<? extends Provider> PROVIDER = JpaConnectionProvider.class;

    /**
     * Of two that insert a row at once, H2 lets one fail, and MariaDB where they wait for each
     * other, be it for a gap between rows. Each time another has gone on by then.
     */
    private static final int MOST_TRIES = 20;

    /** SQL states: a constraint, a deadlock or the like, and H2's concurrent update. */
    private static final Set<String> CONFLICTS = Set.of("23", "40", "90131");

    /** MariaDB's way of saying the same as 40, under {@code innodb_snapshot_isolation}. */
    private static final int CHANGED_SINCE_READ = 1020;

    private final KeycloakSession session;
    private EntityManager together;

    /** In the database of {@code session}'s server. */
    public OwnTransaction(KeycloakSession session) {
        this.session = session;
    }

    <T> T run(Function<EntityManager, T> work) {
        return together == null
                ? KeycloakModelUtils.runJobInTransactionWithResult(
                        session.getKeycloakSessionFactory(), own -> work.apply(entities(own)))
                : work.apply(together);
    }

    /** Work that is done again, from its beginning, if another writes the same rows just now. */
    <T> T insist(Function<EntityManager, T> work) {
        if (together != null) {
            return work.apply(together);
        }
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            try {
                return run(work);
            } catch (PersistenceException | ModelException e) {
                if (!isConflict(e)) {
                    throw e;
                }
            }
        }
        return run(work);
    }

    /** Whether another wrote the same rows. A lock that was waited for in vain is no such case. */
    private static boolean isConflict(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .anyMatch(OwnTransaction::isConflict);
    }

    private static boolean isConflict(SQLException fault) {
        String state = Objects.requireNonNullElse(fault.getSQLState(), "");
        return fault.getErrorCode() == CHANGED_SINCE_READ
                || CONFLICTS.stream().anyMatch(state::startsWith);
    }

    /** Whether what is done now is a part of more: a fault of it undoes all. */
    boolean isPartOfMore() {
        return together != null;
    }

    /** All that is done by this object meanwhile is in one transaction. */
    @Override
    public <T> T of(Supplier<T> work) {
        return insist(
                entities -> {
                    together = entities;
                    try {
                        return work.get();
                    } finally {
                        together = null;
                    }
                });
    }

    /** The entity manager of the session's own transaction. */
    static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
