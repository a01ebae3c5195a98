package org.childrensportal.servers;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childrensportal.local.KeycloakDatabase;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.PortalFiles;

/**
 * Keycloak without the portal: none of its jars, none of its realms. It has what tests put into
 * servers, so that hashes can be counted here as there.
 */
public final class StockServer implements AutoCloseable {

    private static final Path FOLDER = Path.of("target/server-stock");

    private final KeycloakInstallation installation;
    private final H2Database database;
    private final KeycloakServer server;

    /** Starts one with an empty database. */
    public StockServer(Mailbox mail) {
        installation =
                KeycloakInstallation.in(
                        FOLDER,
                        PortalFiles.ofKeycloakAlone(),
                        List.of(Path.of(System.getProperty("portal.test-providers"))),
                        KeycloakInstallation.ALONE,
                        System.out::println);
        KeycloakDatabase.in(FOLDER).empty();
        database = new H2Database(installation, "stock");
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(Deployment.environment(mail));
        server = KeycloakServer.start(installation, KeycloakServer.freePort(), environment);
    }

    /** Its address, without a slash at the end. */
    public URI address() {
        return server.address();
    }

    /** A realm and its users, as {@code kc.sh export} writes them. */
    public String export(String realm) {
        return installation.export(realm, database.environment());
    }

    @Override
    public void close() {
        server.close();
    }
}
