package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Removes rows that nothing reads any more: expired codes, and with them their addresses, and
 * permits that no limit counts. Every node may do it at any time.
 */
public final class ExpiredRowRemoval implements ScheduledTask {

    private static final List<String> OVER =
            List.of(
                    "EmailCodeEntity e where e.expiresAt <= :now",
                    "AddressChangeEntity e where e.expiresAt <= :now",
                    "PermitEntity e where e.forgetAt <= :now",
                    "LimitedSubjectEntity e where e.forgetAt <= :now");

    private final KeycloakSessionFactory factory;
    private final Clock clock;

    /** Of every realm of {@code factory}'s server. */
    public ExpiredRowRemoval(KeycloakSessionFactory factory, Clock clock) {
        this.factory = factory;
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        long now = clock.millis();
        for (String rows : OVER) {
            KeycloakModelUtils.runJobInTransaction(factory, own -> remove(own, rows, now));
        }
    }

    private static void remove(KeycloakSession session, String rows, long now) {
        EntityManager entities = OwnTransaction.entities(session);
        entities.createQuery("delete from " + rows).setParameter("now", now).executeUpdate();
    }
}
