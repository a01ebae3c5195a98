package org.childrensportal.keycloak.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.JpaConnectionProviderFactory;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * How the database keeps transactions apart. The portal counts in transactions of its own while the
 * request's goes on: one that is shown what was committed when it first read may be refused what it
 * writes after that (MariaDB from 11.6 on, SQL state HY000, code 1020).
 */
final class Isolation {

    private static final Logger LOG = Logger.getLogger(Isolation.class);

    private Isolation() {}

    /** Warns if the database of {@code factory}'s server is not set as the portal wants it. */
    static void warnIfUnfit(KeycloakSessionFactory factory) {
        JpaConnectionProviderFactory database =
                (JpaConnectionProviderFactory)
                        factory.getProviderFactory(JpaConnectionProvider.class);
        try (Connection connection = database.getConnection()) {
            warning(connection.getTransactionIsolation()).ifPresent(LOG::warn);
        } catch (SQLException e) {
            LOG.warn("The database does not say how it keeps transactions apart", e);
        }
    }

    /**
     * What is to be told to administrators, if so.
     *
     * @param level one of those of {@link Connection}
     */
    static Optional<String> warning(int level) {
        return level <= Connection.TRANSACTION_READ_COMMITTED
                ? Optional.empty()
                : Optional.of(
                        "The database shows each transaction what was committed when it first"
                                + " read. Set READ COMMITTED, or some people will meet an error"
                                + " page when much happens at once: see docs/databases.md.");
    }
}
