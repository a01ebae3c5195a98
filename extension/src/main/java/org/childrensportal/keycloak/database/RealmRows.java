package org.childrensportal.keycloak.database;

import java.util.List;
import org.keycloak.models.KeycloakSession;

/** What the portal's tables hold of one realm. */
public final class RealmRows {

    private static final List<String> ENTITIES =
            List.of(
                    "EmailCodeEntity",
                    "AddressChangeEntity",
                    "PermitEntity",
                    "LimitedSubjectEntity");

    private final KeycloakSession session;
    private final String realmId;

    /** The rows of the realm with the id {@code realmId}. */
    public RealmRows(KeycloakSession session, String realmId) {
        this.session = session;
        this.realmId = realmId;
    }

    /** How many there are. */
    public long count() {
        return ENTITIES.stream()
                .mapToLong(
                        entity ->
                                OwnTransaction.entities(session)
                                        .createQuery(
                                                "select count(e) from %s e where e.realmId = :realm"
                                                        .formatted(entity),
                                                Long.class)
                                        .setParameter("realm", realmId)
                                        .getSingleResult())
                .sum();
    }

    /** Deletes them, within the request's transaction. */
    public void delete() {
        ENTITIES.forEach(
                entity ->
                        OwnTransaction.entities(session)
                                .createQuery(
                                        "delete from %s e where e.realmId = :realm"
                                                .formatted(entity))
                                .setParameter("realm", realmId)
                                .executeUpdate());
    }
}
