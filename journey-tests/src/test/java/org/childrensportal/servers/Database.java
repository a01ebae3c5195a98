package org.childrensportal.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.childrensportal.local.Folders;
import org.childrensportal.local.KeycloakServer;

/** A PostgreSQL server that can be stopped and started again. */
public final class Database implements AutoCloseable {

    private final int port = KeycloakServer.freePort();
    private final Path folder;
    private EmbeddedPostgres server;

    /** Starts an empty one. */
    public Database() {
        try {
            folder = Files.createTempDirectory("portal-postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** Starts it with what it held when it was stopped. */
    public void start() {
        try {
            server =
                    EmbeddedPostgres.builder()
                            .setPort(port)
                            .setDataDirectory(folder.resolve("data"))
                            .setCleanDataDirectory(false)
                            .setServerConfig("max_connections", "300")
                            // How long a node that hangs keeps its locks.
                            .setServerConfig("idle_in_transaction_session_timeout", "90s")
                            // Counts statements, for whoever wants to know.
                            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                            // Its log is a file, for whoever wants to read it (StatementLog).
                            .setServerConfig("logging_collector", "on")
                            .setServerConfig("log_destination", "jsonlog")
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it: every connection is cut. */
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where Keycloak finds it. */
    public Map<String, String> environment() {
        return Map.of(
                "KC_DB_URL", "jdbc:postgresql://localhost:" + port + "/postgres",
                "KC_DB_USERNAME", "postgres",
                "KC_DB_PASSWORD", "postgres");
    }

    /** Connects as its owner. */
    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() {
        stop();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
