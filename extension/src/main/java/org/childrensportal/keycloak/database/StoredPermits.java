package org.childrensportal.keycloak.database;

import java.time.Instant;
import java.util.List;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.keycloak.models.KeycloakSession;

/** The permits that are counted for a limited subject, to be told. */
public final class StoredPermits {

    private final KeycloakSession session;

    /** Those in the database of {@code session}'s server. */
    public StoredPermits(KeycloakSession session) {
        this.session = session;
    }

    /** When each was granted, the newest first. */
    public List<Instant> of(LimitedSubject subject) {
        return OwnTransaction.entities(session)
                .createQuery(
                        "select e.grantedAt from PermitEntity e where e.subjectKey = :key"
                                + " order by e.grantedAt desc",
                        Long.class)
                .setParameter("key", subject.key())
                .getResultStream()
                .map(Instant::ofEpochMilli)
                .toList();
    }
}
