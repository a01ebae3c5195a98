package org.childrensportal.keycloak.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.JpaConnectionProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Which texts the database can store. In MariaDB and MySQL the columns that Keycloak 26.7 makes for
 * names and attributes hold the characters of the Basic Multilingual Plane only (utf8mb3): an emoji
 * is refused when it is written, after everything has been checked.
 *
 * @param everyCharacter whether characters beyond that plane can be stored
 */
public record StoredText(boolean everyCharacter) {

    private static final Logger LOG = Logger.getLogger(StoredText.class);

    private static final Set<String> NARROW_PRODUCTS = Set.of("MariaDB", "MySQL");

    private static final String NARROW_COLUMNS =
            "select count(*) from information_schema.columns where table_schema = database()"
                    + " and character_set_name in ('utf8', 'utf8mb3') and (upper(table_name),"
                    + " upper(column_name)) in (('USER_ENTITY', 'FIRST_NAME'), ('USER_ENTITY',"
                    + " 'LAST_NAME'), ('USER_ATTRIBUTE', 'VALUE'))";

    /** What the database of {@code session}'s server can store. */
    public static StoredText of(KeycloakSession session) {
        return EmailCodeJpaProviderFactory.of(session).storedText();
    }

    /** Whether {@code text} can be stored as it is. */
    public boolean holds(String text) {
        return everyCharacter || text.codePoints().noneMatch(Character::isSupplementaryCodePoint);
    }

    /**
     * The text with {@code instead} in the place of each character that cannot be stored. MariaDB
     * cannot even look for such a character: a query that names one fails.
     */
    public String storable(String text, String instead) {
        return text == null || holds(text) ? text : text.replaceAll("[^\\x{0}-\\x{FFFF}]", instead);
    }

    /** Asks the database of {@code factory}'s server, once its tables are there. */
    static StoredText ask(KeycloakSessionFactory factory) {
        JpaConnectionProviderFactory database =
                (JpaConnectionProviderFactory)
                        factory.getProviderFactory(JpaConnectionProvider.class);
        try (Connection connection = database.getConnection()) {
            boolean narrow =
                    NARROW_PRODUCTS.contains(connection.getMetaData().getDatabaseProductName())
                            && isNarrow(connection);
            if (narrow) {
                LOG.info(
                        "The database stores no emoji and no rare characters (utf8mb3): people who"
                                + " type one are told so at the field");
            }
            return new StoredText(!narrow);
        } catch (SQLException e) {
            LOG.warn("The database does not say which characters it can store", e);
            return new StoredText(true);
        }
    }

    private static boolean isNarrow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(NARROW_COLUMNS)) {
            return columns.next() && columns.getInt(1) > 0;
        }
    }
}
