package org.childrensportal.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.PortalFiles;
import org.childrensportal.people.Browserless;

/** A server that the portal is taken out of. */
public final class Guest implements AutoCloseable {

    private static final Path FOLDER = Path.of("target/server-guest");

    private static final String DATABASE =
            "jdbc:h2:file:"
                    + FOLDER.toAbsolutePath().resolve("keycloak/data/h2/keycloakdb")
                    + ";NON_KEYWORDS=VALUE";

    private final Mailbox mail = new Mailbox();
    private final KeycloakInstallation installation;
    private KeycloakServer server;

    /** Starts one with the portal in it. */
    public Guest() {
        installation = Portal.installation().copiedTo(FOLDER);
        server = start();
        new AdminConsole(server.address()).realm().hashCheaply();
    }

    private KeycloakServer start() {
        Map<String, String> environment = new HashMap<>(Deployment.environment(mail));
        environment.put("KC_DB_URL", DATABASE);
        environment.put("KC_DB_USERNAME", "sa");
        environment.put("KC_DB_PASSWORD", "password");
        return KeycloakServer.start(installation, KeycloakServer.freePort(), environment);
    }

    /** Stops it, drops the portal's tables by {@code script}, takes the jars out and starts it. */
    public void startWithoutPortal(String script) {
        server.close();
        execute(script);
        installation.takeOut(PortalFiles.ofTheBuild());
        server = start();
    }

    /** Where it is now. */
    public URI address() {
        return server.address();
    }

    /** What people of it find in their mail. */
    public Mailbox mail() {
        return mail;
    }

    /** The log since it was started last. */
    public String log() {
        try {
            return Files.readString(server.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows there are of what an SQL query says after {@code from}. */
    public int rows(String from) {
        return Integer.parseInt(
                new Browserless(address())
                        .get(
                                address()
                                        + "/realms/master/test-rows?from="
                                        + Browserless.encode(from))
                        .html());
    }

    private void execute(String script) {
        Path drivers = installation.home().resolve("lib/lib/main");
        try (Stream<Path> jars = Files.list(drivers)) {
            URL h2 =
                    jars.filter(jar -> jar.getFileName().toString().startsWith("com.h2database"))
                            .findFirst()
                            .orElseThrow()
                            .toUri()
                            .toURL();
            Properties login = new Properties();
            login.putAll(Map.of("user", "sa", "password", "password"));
            try (URLClassLoader loader = new URLClassLoader(new URL[] {h2});
                    Connection database = driver(loader).connect(DATABASE, login);
                    Statement statement = database.createStatement()) {
                statement.execute(script);
            }
        } catch (IOException | SQLException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Driver driver(ClassLoader loader) throws ReflectiveOperationException {
        return (Driver)
                Class.forName("org.h2.Driver", true, loader).getDeclaredConstructor().newInstance();
    }

    @Override
    public void close() {
        server.close();
        mail.close();
    }
}
