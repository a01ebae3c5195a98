package org.childrensportal.servers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.PortalFiles;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;

/** A portal whose database is a MariaDB. */
public final class PortalOnMariaDb implements Deployment {

    /** Where people come back to; nothing listens there. */
    private static final String CALLBACK = "http://localhost:9/callback";

    private static final Path FOLDER = Path.of("target/server-mariadb");

    private final MariaDb database = new MariaDb();
    private final Mailbox mail = new Mailbox();
    private final KeycloakServer server;

    private PortalOnMariaDb() {
        KeycloakInstallation installation =
                KeycloakInstallation.in(
                        FOLDER,
                        PortalFiles.ofTheBuild(),
                        List.of(Path.of(System.getProperty("portal.test-providers"))),
                        List.of("--db=mariadb"),
                        System.out::println);
        Map<String, String> environment = new HashMap<>(Deployment.environment(mail));
        environment.putAll(database.environment());
        environment.put("PORTAL_WEB_REDIRECT_URI", CALLBACK);
        server =
                KeycloakServer.start(
                        installation,
                        KeycloakServer.freePort(),
                        List.of("--cache=local"),
                        environment);
        admin().realm().hashCheaply();
    }

    private URI realm() {
        return URI.create(server.address() + "/realms/portal");
    }

    @Override
    public Browserless browser() {
        return new Browserless(server.address());
    }

    @Override
    public Page signIn(Browserless browser) {
        return browser.get(authorization(""));
    }

    @Override
    public String authorization(String parameters) {
        return realm()
                + "/protocol/openid-connect/auth?client_id=portal-web&response_type=code"
                + "&scope=openid&redirect_uri="
                + Browserless.encode(CALLBACK)
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&code_challenge_method=S256"
                + parameters;
    }

    @Override
    public Mailbox mail() {
        return mail;
    }

    @Override
    public AdminConsole admin() {
        return new AdminConsole(server.address());
    }

    @Override
    public void clockAhead(Duration ahead) {
        browser().put(realm() + "/test-clock/ahead/" + ahead.toSeconds());
    }

    @Override
    public String events() {
        return admin().history().everyEvent();
    }

    @Override
    public List<Path> logs() {
        return List.of(server.log());
    }

    @Override
    public void close() {
        server.close();
        mail.close();
        database.close();
    }

    /** The one portal of this kind. */
    public static final class Provider extends Lending<PortalOnMariaDb> {

        /** Used by JUnit. */
        public Provider() {
            super(PortalOnMariaDb.class, 1, PortalOnMariaDb::new);
        }
    }
}
