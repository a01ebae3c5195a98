package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;

/** Requests that are served one after the other, on any number of nodes. */
public final class OneAtATime {

    private static final Duration KEPT = Duration.ofHours(1);

    private final KeycloakSession session;

    /** For the request of {@code session}. */
    public OneAtATime(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Waits until no other request has taken {@code name}, and takes it until this request's
     * transaction ends.
     *
     * @param name at most 64 characters
     * @return false if the database's patience ended first; the request's transaction cannot be
     *     committed then
     */
    public boolean take(String name) {
        try {
            new OwnTransaction(session).insist(entities -> ensureRow(entities, name));
            OwnTransaction.entities(session)
                    .find(LimitedSubjectEntity.class, name, LockModeType.PESSIMISTIC_WRITE);
            return true;
        } catch (PersistenceException | ModelException e) {
            return false;
        }
    }

    /**
     * In a transaction of its own: MariaDB locks the gap beside a row that is inserted or touched,
     * and this request's other transactions insert rows there.
     */
    private boolean ensureRow(EntityManager entities, String name) {
        if (entities.find(LimitedSubjectEntity.class, name) == null) {
            Instant forgotten = new KeycloakClock().instant().plus(KEPT);
            new SubjectRows(entities, session.getContext().getRealm().getId())
                    .lock(List.of(new SubjectRows.Row(name, forgotten.toEpochMilli())));
        }
        return true;
    }
}
