package org.childrensportal.keycloak.emailcode;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Work in Keycloak's database that is committed when it returns, whatever becomes of the request.
 */
record OwnTransaction(KeycloakSession session) {

    <T> T run(Function<EntityManager, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), own -> work.apply(entities(own)));
    }

    /** The entity manager of the session's own transaction. */
    static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
