package org.childrensportal.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.PortalFiles;
import org.childrensportal.people.Browserless;

/** A server that the portal is taken out of. */
public final class Guest implements AutoCloseable {

    private static final Path FOLDER = Path.of("target/server-guest");

    private final Mailbox mail = new Mailbox();
    private final KeycloakInstallation installation;
    private final H2Database database;
    private KeycloakServer server;

    /** Starts one with the portal in it, and with the realms that {@code portal} began with. */
    public Guest(Portal portal) {
        installation = Portal.installation().copiedTo(FOLDER);
        database = new H2Database(installation, "guest");
        portal.copyNewDatabaseTo(database);
        server = start();
        RealmAdmin realm = new AdminConsole(server.address()).realm();
        realm.hashCheaply();
        realm.sendMailTo(mail.port(), Duration.ofSeconds(10));
    }

    private KeycloakServer start() {
        Map<String, String> environment = new HashMap<>(Deployment.environment(mail));
        environment.putAll(database.environment());
        return KeycloakServer.start(installation, KeycloakServer.freePort(), environment);
    }

    /** Stops it, drops the portal's tables by {@code script}, takes the jars out and starts it. */
    public void startWithoutPortal(String script) {
        server.close();
        database.execute(script);
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

    @Override
    public void close() {
        server.close();
        mail.close();
    }
}
