package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
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
        ensureRow(name);
        try {
            OwnTransaction.entities(session)
                    .find(LimitedSubjectEntity.class, name, LockModeType.PESSIMISTIC_WRITE);
            return true;
        } catch (PersistenceException | ModelException e) {
            return false;
        }
    }

    /** Made in a transaction of its own: of two that make it at once one fails. */
    private void ensureRow(String name) {
        Instant now = new KeycloakClock().instant();
        String realm = session.getContext().getRealm().getId();
        try {
            new OwnTransaction(session).run(entities -> ensureRow(entities, name, realm, now));
        } catch (PersistenceException | ModelDuplicateException e) {
            // The other one has made it.
        }
    }

    private static boolean ensureRow(
            EntityManager entities, String name, String realm, Instant now) {
        if (entities.find(LimitedSubjectEntity.class, name) == null) {
            entities.persist(new LimitedSubjectEntity(name, realm, now.plus(KEPT).toEpochMilli()));
            entities.flush();
        }
        return true;
    }
}
