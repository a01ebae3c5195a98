package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What becomes of the portal's tables when the portal is upgraded, over one kind of database: by
 * Liquibase, which is what Keycloak runs our change log with at its start.
 */
abstract class SchemaUpgrade {

    private static final Path RESOURCES = Path.of("../extension/src/main/resources");

    /** The change sets of the first released form: {@code portal-1.0.0-…}. */
    private static final int FIRST_RELEASE = 2;

    private static final long DAY = 86_400_000;

    /** A connection to a database of the test's own. */
    abstract Connection connect() throws SQLException;

    /** Empties the database. */
    @BeforeEach
    abstract void empty() throws SQLException;

    /** Answers a query for what defines the indexes of the portal's tables, in a fixed order. */
    abstract String indexes();

    @Test
    @DisplayName("are brought up to date with what they hold, and come to what a new server gets")
    void upgrade() throws SQLException, LiquibaseException, IOException {
        update(Integer.MAX_VALUE);
        List<String> made = columns();
        empty();

        update(FIRST_RELEASE);
        run(
                "insert into PORTAL_EMAIL_CODE values ('ann', 'r', 'c', 'ann@example.com', 'seal',"
                        + " 'k', 9, 2)",
                "insert into PORTAL_LIMITED_SUBJECT values ('s', 'r', 5000)",
                "insert into PORTAL_USE values ('u', 'c', 's', 'r', 7000)");
        update(Integer.MAX_VALUE);

        assertThat(columns()).isEqualTo(made);
        assertThat(
                        rows(
                                "select user_id, address, seal, expires_at, guesses from"
                                        + " PORTAL_EMAIL_CODE"))
                .as("a code that is on its way works on")
                .containsExactly("ann, ann@example.com, seal, 9, 2");
        assertThat(rows("select id, used_at, forget_at from PORTAL_USE"))
                .as("what was counted still counts, for a day")
                .containsExactly("u, 7000, " + (7000 + DAY));
        assertThat(rows("select subject_key, forget_at from PORTAL_LIMITED_SUBJECT"))
                .containsExactly("s, " + (5000 + DAY));
    }

    @Test
    @DisplayName("stay as they are at the next start")
    void again() throws SQLException, LiquibaseException, IOException {
        update(Integer.MAX_VALUE);
        List<String> made = columns();
        update(Integer.MAX_VALUE);
        assertThat(columns()).isEqualTo(made);
    }

    private void update(int changes) throws SQLException, LiquibaseException, IOException {
        try (Connection connection = connect()) {
            new Liquibase(
                            "META-INF/portal-changelog.xml",
                            new DirectoryResourceAccessor(RESOURCES),
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(
                                            new JdbcConnection(connection)))
                    .update(changes, new Contexts(), new LabelExpression());
        }
    }

    final void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** Columns and indexes of our tables, in the order of their names. */
    private List<String> columns() throws SQLException {
        List<String> all =
                rows(
                        "select table_name, column_name, data_type, character_maximum_length,"
                                + " is_nullable from information_schema.columns"
                                + " where lower(table_name) like 'portal%' order by 1, 2");
        all.addAll(rows(indexes()));
        assertThat(all).hasSizeGreaterThan(15);
        return all;
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    columns.add(rows.getString(column));
                }
                all.add(String.join(", ", columns));
            }
            return all;
        }
    }
}
