package org.childrensportal.testproviders;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.TreeSet;
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

    /** The tables, one a line, of an H2 database that have {@code text} anywhere in a row. */
    @GET
    @Path("holding")
    @Produces("text/plain")
    public String holding(@QueryParam("text") String text) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        Set<String> holding = new TreeSet<>();
        for (Object column :
                entities.createNativeQuery(
                                "select table_name, column_name from information_schema.columns"
                                        + " where table_schema = 'PUBLIC'"
                                        + " and data_type like 'CHARACTER%'")
                        .getResultList()) {
            Object[] names = (Object[]) column;
            Object rows =
                    entities.createNativeQuery(
                                    "select count(*) from \"%s\" where \"%s\" like :text"
                                            .formatted(names))
                            .setParameter("text", "%" + text + "%")
                            .getSingleResult();
            if (((Number) rows).longValue() > 0) {
                holding.add(names[0].toString());
            }
        }
        return String.join("\n", holding);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
