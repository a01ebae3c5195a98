package org.childrensportal.keycloak.database;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.Provider;

/**
 * Work in Keycloak's database that is committed when it returns, whatever becomes of the request.
 */
public final class OwnTransaction {

    /** The provider of the database, for work that must end before the database is closed. */
    public static final Class<? extends Provider> PROVIDER = JpaConnectionProvider.class;

    private final KeycloakSession session;

    /** In the database of {@code session}'s server. */
    public OwnTransaction(KeycloakSession session) {
        this.session = session;
    }

    <T> T run(Function<EntityManager, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), own -> work.apply(entities(own)));
    }

    /** The entity manager of the session's own transaction. */
    static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
