package org.childrensportal.keycloak.database;

import java.util.Locale;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** Which database the server has, as Keycloak's server info names it. */
public final class DatabaseProduct {

    private final String name;

    /** The database of {@code factory}'s server. */
    public DatabaseProduct(KeycloakSessionFactory factory) {
        this.name =
                factory.getProviderFactory(JpaConnectionProvider.class)
                                instanceof ServerInfoAwareProviderFactory informed
                        ? informed.getOperationalInfo().getOrDefault("databaseProduct", "")
                        : "";
    }

    /** Whether it is the one that Keycloak brings for trying it, not for people's data. */
    public boolean isForTrying() {
        return name.toUpperCase(Locale.ROOT).startsWith("H2");
    }
}
