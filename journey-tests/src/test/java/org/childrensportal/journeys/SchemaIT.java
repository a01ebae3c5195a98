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
import org.childrensportal.servers.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** By Liquibase, which is what Keycloak runs our change log with at its start. */
@DisplayName("The portal's tables")
class SchemaIT {

    private static final Database DATABASE = new Database();
    private static final Path RESOURCES = Path.of("../extension/src/main/resources");

    /** The change sets of the first released form: {@code portal-1.0.0-…}. */
    private static final int FIRST_RELEASE = 2;

    private static final long DAY = 86_400_000;

    @AfterAll
    static void stop() {
        DATABASE.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema public cascade; create schema public");
        }
    }

    @Test
    @DisplayName("are brought up to date with what they hold, and come to what a new server gets")
    void upgrade() throws SQLException, LiquibaseException, IOException {
        update(Integer.MAX_VALUE);
        List<String> made = columns();
        empty();

        update(FIRST_RELEASE);
        run(
                "insert into portal_email_code values ('ann', 'r', 'c', 'ann@example.com', 'seal',"
                        + " 'k', 9, 2)",
                "insert into portal_limited_subject values ('s', 'r', 5000)",
                "insert into portal_use values ('u', 'c', 's', 'r', 7000)");
        update(Integer.MAX_VALUE);

        assertThat(columns()).isEqualTo(made);
        assertThat(
                        rows(
                                "select user_id, address, seal, expires_at, guesses from"
                                        + " portal_email_code"))
                .as("a code that is on its way works on")
                .containsExactly("ann, ann@example.com, seal, 9, 2");
        assertThat(rows("select id, used_at, forget_at from portal_use"))
                .as("what was counted still counts, for a day")
                .containsExactly("u, 7000, " + (7000 + DAY));
        assertThat(rows("select subject_key, forget_at from portal_limited_subject"))
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

    private static void update(int changes) throws SQLException, LiquibaseException, IOException {
        try (Connection connection = DATABASE.connect()) {
            new Liquibase(
                            "META-INF/portal-changelog.xml",
                            new DirectoryResourceAccessor(RESOURCES),
                            DatabaseFactory.getInstance()
                                    .findCorrectDatabaseImplementation(
                                            new JdbcConnection(connection)))
                    .update(changes, new Contexts(), new LabelExpression());
        }
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = DATABASE.connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** Columns and indexes of our tables, in the order of their names. */
    private static List<String> columns() throws SQLException {
        List<String> all =
                rows(
                        "select table_name, column_name, data_type, character_maximum_length,"
                                + " is_nullable from information_schema.columns"
                                + " where table_name like 'portal%' order by 1, 2");
        all.addAll(
                rows(
                        "select tablename, indexname, indexdef from pg_indexes"
                                + " where tablename like 'portal%' order by 1, 2"));
        assertThat(all).hasSizeGreaterThan(15);
        return all;
    }

    private static List<String> rows(String query) throws SQLException {
        try (Connection connection = DATABASE.connect();
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
