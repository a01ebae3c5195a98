package org.childrensportal.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.childrensportal.local.Folders;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.people.Await;

/** A MariaDB server of the machine's own ({@code mariadb-server}), with Debian's character set. */
public final class MariaDb implements AutoCloseable {

    private static final String NAME = "keycloak";
    private static final String ACCOUNT =
            """
            create database keycloak character set utf8mb4 collate utf8mb4_general_ci;
            create user 'keycloak'@'localhost' identified by 'keycloak';
            create user 'keycloak'@'127.0.0.1' identified by 'keycloak';
            grant all on keycloak.* to 'keycloak'@'localhost';
            grant all on keycloak.* to 'keycloak'@'127.0.0.1';
            """;

    private final int port = KeycloakServer.freePort();
    private final Path folder;
    private final Process server;

    /** Starts an empty one. */
    public MariaDb() {
        try {
            folder = Files.createTempDirectory("portal-mariadb");
            Path data = folder.resolve("data");
            Path init = Files.writeString(folder.resolve("init.sql"), ACCOUNT);
            // Of its own: a server that starts deletes what others keep in the machine's.
            String temporary = "--tmpdir=" + Files.createDirectory(folder.resolve("temporary"));
            String user = "--user=" + System.getProperty("user.name");
            Process made =
                    command(
                            folder.resolve("install.log"),
                            "mariadb-install-db",
                            "--no-defaults",
                            user,
                            "--datadir=" + data,
                            temporary,
                            "--skip-test-db");
            if (made.waitFor() != 0) {
                throw new IllegalStateException(
                        "mariadb-install-db failed: "
                                + Files.readString(folder.resolve("install.log")));
            }
            server =
                    command(
                            folder.resolve("server.log"),
                            "mariadbd",
                            "--no-defaults",
                            user,
                            "--datadir=" + data,
                            temporary,
                            "--socket=" + folder.resolve("s"),
                            "--bind-address=127.0.0.1",
                            "--port=" + port,
                            "--max-connections=300",
                            // As docs/databases.md asks for.
                            "--transaction-isolation=READ-COMMITTED",
                            // The default from 11.6 on: a row that changed since is refused.
                            "--innodb-snapshot-isolation=ON",
                            "--init-file=" + init);
            Await.until("MariaDB answers", this::answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process command(Path log, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(command));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private boolean answers() {
        if (!server.isAlive()) {
            throw new AssertionError("mariadbd has ended");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Where Keycloak finds it. */
    Map<String, String> environment() {
        return Map.of(
                "KC_DB_URL", "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, NAME),
                "KC_DB_USERNAME", NAME,
                "KC_DB_PASSWORD", NAME);
    }

    /** Connects as Keycloak does. */
    public Connection connect() throws SQLException {
        Map<String, String> environment = environment();
        return DriverManager.getConnection(
                environment.get("KC_DB_URL"),
                environment.get("KC_DB_USERNAME"),
                environment.get("KC_DB_PASSWORD"));
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(30, TimeUnit.SECONDS)) {
                server.destroyForcibly().waitFor();
            }
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
