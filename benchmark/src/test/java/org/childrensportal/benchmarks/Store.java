package org.childrensportal.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.childrensportal.local.KeycloakDatabase;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.servers.Database;

/** Where one side keeps what it knows; an empty one to begin with. */
interface Store extends AutoCloseable {

    /** The kind that was asked for by {@code -Dbenchmark.database}. */
    static Store ofThisRun(Path folder) {
        String kind = System.getProperty("benchmark.database");
        return switch (kind) {
            case "postgres" -> new Postgres();
            case "dev-file" -> new DevFile(folder);
            default -> throw new IllegalArgumentException("benchmark.database=" + kind);
        };
    }

    /** Options of {@code kc.sh build}. */
    List<String> options();

    /** Where Keycloak finds it. */
    Map<String, String> environment();

    /** Statements so far that do not begin or end a transaction. */
    long statements();

    /** Transactions so far in which something was asked. */
    long transactions();

    /** Makes accounts in a realm, if the kind of store has a way to. */
    void fill(Filling accounts, String realm);

    @Override
    void close();

    /** PostgreSQL, which counts. */
    final class Postgres implements Store {

        private static final String COUNT =
                "select coalesce(sum(calls), 0) from pg_stat_statements where ";

        private final Database database = new Database();

        Postgres() {
            execute("create extension if not exists pg_stat_statements");
        }

        @Override
        public List<String> options() {
            return List.of("--db=postgres");
        }

        @Override
        public Map<String, String> environment() {
            return database.environment();
        }

        @Override
        public long statements() {
            // Its own question is one of them, and the same each time.
            return count(COUNT + "query not in ('BEGIN', 'COMMIT', 'ROLLBACK')");
        }

        @Override
        public long transactions() {
            return count(COUNT + "query = 'BEGIN'");
        }

        private long count(String query) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(query)) {
                result.next();
                return result.getLong(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void fill(Filling accounts, String realm) {
            try (Connection connection = database.connect()) {
                accounts.into(connection, realm);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private void execute(String sql) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** Keycloak's H2, which does not count. */
    final class DevFile implements Store {

        private final Path folder;

        DevFile(Path folder) {
            this.folder = folder;
        }

        @Override
        public List<String> options() {
            return KeycloakInstallation.ALONE;
        }

        @Override
        public Map<String, String> environment() {
            KeycloakDatabase.in(folder).empty();
            return Map.of();
        }

        @Override
        public long statements() {
            return 0;
        }

        @Override
        public long transactions() {
            return 0;
        }

        @Override
        public void fill(Filling accounts, String realm) {
            throw new UnsupportedOperationException("only PostgreSQL is filled");
        }

        @Override
        public void close() {
            // It goes with its server.
        }
    }
}
