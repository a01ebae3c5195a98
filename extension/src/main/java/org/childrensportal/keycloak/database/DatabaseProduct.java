package org.childrensportal.keycloak.database;

import java.util.Locale;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** Which database the server has, as Keycloak's server info names it. */
final class DatabaseProduct {

    private static final Logger LOG = Logger.getLogger(DatabaseProduct.class);

    private final String name;

    /** The database of {@code factory}'s server. */
    DatabaseProduct(KeycloakSessionFactory factory) {
        this.name =
                factory.getProviderFactory(JpaConnectionProvider.class)
                                instanceof ServerInfoAwareProviderFactory informed
                        ? informed.getOperationalInfo().getOrDefault("databaseProduct", "")
                        : "";
    }

    /** Warns if it is the one that Keycloak brings for trying it, not for people's data. */
    void warnIfForTrying() {
        if (name.toUpperCase(Locale.ROOT).startsWith("H2")) {
            LOG.warn(
                    "The database is H2, which is for trying the Children's Services Portal only:"
                            + " see docs/databases.md for those that are for people's data.");
        }
    }
}
