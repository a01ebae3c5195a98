package org.childrensportal.servers;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.childrensportal.local.KeycloakInstallation;

/** A database in a file of an installation, open to its server and to others at once. */
final class H2Database {

    private static final String USER = "sa";
    private static final String PASSWORD = "password";

    private final KeycloakInstallation installation;
    private final String name;

    /** The database of this {@code name}, whether there is one yet or not. */
    H2Database(KeycloakInstallation installation, String name) {
        this.installation = installation;
        this.name = name;
    }

    /** What a server is set to whose database it is. */
    Map<String, String> environment() {
        return Map.of("KC_DB_URL", url(), "KC_DB_USERNAME", USER, "KC_DB_PASSWORD", PASSWORD);
    }

    /** Its one file, without locks and the like. */
    Path file() {
        return folder().resolve(name + ".mv.db");
    }

    /** Like PostgreSQL, it waits for a row for as long as it takes (H2: two seconds). */
    private String url() {
        return "jdbc:h2:file:"
                + folder().resolve(name)
                + ";NON_KEYWORDS=VALUE;AUTO_SERVER=TRUE;LOCK_TIMEOUT=600000";
    }

    private Path folder() {
        return installation.home().toAbsolutePath().resolve("data/h2");
    }

    /** Runs SQL in it, beside the server or without one. */
    void execute(String sql) {
        Properties login = new Properties();
        login.putAll(Map.of("user", USER, "password", PASSWORD));
        try (URLClassLoader loader = new URLClassLoader(new URL[] {driverJar()});
                Connection database = driver(loader).connect(url(), login);
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (IOException | SQLException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server's own driver, so that both speak to the database alike. */
    private static Driver driver(ClassLoader loader) throws ReflectiveOperationException {
        return (Driver)
                Class.forName("org.h2.Driver", true, loader).getDeclaredConstructor().newInstance();
    }

    private URL driverJar() throws IOException {
        try (Stream<Path> jars = Files.list(installation.home().resolve("lib/lib/main"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("com.h2database"))
                    .findFirst()
                    .orElseThrow()
                    .toUri()
                    .toURL();
        }
    }
}
