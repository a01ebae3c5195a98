package org.childrensportal.testproviders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

    /** Every column of the server's tables, a line each: {@code TABLE.COLUMN}. */
    @GET
    @Path("columns")
    @Produces("text/plain")
    public String columns() {
        return String.join("\n", names("1 = 1"));
    }

    /** The tables that hold {@code text} in a column, whatever stands beside it; a line each. */
    @GET
    @Path("holding")
    @Produces("text/plain")
    public String holding(@QueryParam("text") String text) {
        return names("data_type like 'CHARACTER%'").stream()
                .filter(column -> holds(column, text))
                .map(column -> column.replaceFirst("\\..*", ""))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    private boolean holds(String column, String text) {
        String[] name = column.split("\\.", 2);
        return !session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createNativeQuery(
                        "select 1 from \"%s\" where lower(cast(\"%s\" as varchar)) like :text limit 1"
                                .formatted(name[0], name[1]))
                .setParameter("text", "%" + text.toLowerCase(Locale.ROOT) + "%")
                .getResultList()
                .isEmpty();
    }

    private List<String> names(String condition) {
        List<?> names =
                session.getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createNativeQuery(
                                "select table_name || '.' || column_name from"
                                        + " information_schema.columns where table_schema ="
                                        + " 'PUBLIC' and "
                                        + condition
                                        + " order by 1")
                        .getResultList();
        return names.stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
