package org.childrensportal.testproviders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Counts rows of the server's database. Installed by the tests only. */
public final class RowCount implements RealmResourceProvider {

    private final KeycloakSession session;

    RowCount(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** How many there are, in decimal, of what an SQL query says after {@code from}. */
    @GET
    @Produces("text/plain")
    public String count(@QueryParam("from") String from) {
        return session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createNativeQuery("select count(*) from " + from)
                .getSingleResult()
                .toString();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
