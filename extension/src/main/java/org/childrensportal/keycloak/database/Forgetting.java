package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.ScheduledTask;

/**
 * Removes what nothing looks at any more: codes that have ended, and with them their addresses, and
 * uses that no limit counts. Every node may do it at any time.
 */
public final class Forgetting implements ScheduledTask {

    private static final List<String> OVER =
            List.of(
                    "EmailCodeEntity e where e.expiresAt <= :now",
                    "UseEntity e where e.forgetAt <= :now",
                    "LimitedSubjectEntity e where e.forgetAt <= :now");

    private final KeycloakSessionFactory factory;
    private final Clock clock;

    /** Of every realm of {@code factory}'s server. */
    public Forgetting(KeycloakSessionFactory factory, Clock clock) {
        this.factory = factory;
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        long now = clock.millis();
        for (String rows : OVER) {
            KeycloakModelUtils.runJobInTransaction(factory, own -> forget(own, rows, now));
        }
    }

    private static void forget(KeycloakSession session, String rows, long now) {
        EntityManager entities = OwnTransaction.entities(session);
        entities.createQuery("delete from " + rows).setParameter("now", now).executeUpdate();
    }
}
