package org.childrensportal.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.childrensportal.local.KeycloakDatabase;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.PortalFiles;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;

/**
 * A portal whose server has its paths below {@code /auth} ({@code http-relative-path}), and sends
 * what CIBA and back-channel logout send to a partner's server. It is for tests that switch things
 * on and off which others need.
 */
public final class PortalUnderPath implements Deployment {

    /** Where people come back to; nothing listens there. */
    public static final String CALLBACK = "http://localhost:9/callback";

    private static final Path FOLDER = Path.of("target/server-path");
    private static final String PATH = "/auth";

    private final Mailbox mail = new Mailbox();
    private final Partner partner = new Partner();
    private final KeycloakInstallation installation;
    private final H2Database database;
    private final KeycloakServer server;

    private PortalUnderPath() {
        installation =
                KeycloakInstallation.in(
                        FOLDER,
                        PortalFiles.ofTheBuild(),
                        List.of(Path.of(System.getProperty("portal.test-providers"))),
                        List.of(
                                "--db=dev-file",
                                "--http-relative-path=" + PATH,
                                "--http-management-relative-path=/"),
                        System.out::println);
        KeycloakDatabase.in(FOLDER).empty();
        database = new H2Database(installation, "keycloakdb");
        Map<String, String> environment = new HashMap<>(Deployment.environment(mail));
        environment.put("PORTAL_WEB_REDIRECT_URI", CALLBACK);
        environment.putAll(database.environment());
        server =
                KeycloakServer.start(
                        installation,
                        KeycloakServer.freePort(),
                        List.of(
                                "--cache=local",
                                "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri="
                                        + partner.address()),
                        environment);
        admin().realm().hashCheaply();
    }

    /** The server of whoever works with the portal. */
    public Partner partner() {
        return partner;
    }

    /** Where the server's own paths begin, without a slash at the end. */
    public URI address() {
        return URI.create(server.address() + PATH);
    }

    /** The portal realm's address of OpenID Connect. */
    public String openId() {
        return address() + "/realms/portal/protocol/openid-connect";
    }

    /** An authorization request of {@code client} with more parameters. */
    public String authorization(String client, String parameters) {
        return openId()
                + "/auth?client_id="
                + client
                + "&scope=openid&redirect_uri="
                + Browserless.encode(CALLBACK)
                + parameters;
    }

    /** How often the log says {@code text}. */
    int logged(String text) {
        try {
            return Files.readString(server.log()).split(Pattern.quote(text), -1).length - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How many events say that an account is not fully set up. Keycloak does not store failures to
     * refresh; they are in the log.
     */
    public int refusedAccounts() {
        return logged("error=\"resolve_required_actions\"");
    }

    /** Renames a table of the server's database, if it is there. */
    public void renameTable(String name, String next) {
        database.execute("alter table if exists %s rename to %s".formatted(name, next));
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
        return authorization(
                "portal-web",
                "&response_type=code"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                        + "&code_challenge_method=S256"
                        + parameters);
    }

    @Override
    public Mailbox mail() {
        return mail;
    }

    @Override
    public AdminConsole admin() {
        return new AdminConsole(address());
    }

    @Override
    public void clockAhead(Duration ahead) {
        browser().put(address() + "/realms/portal/test-clock/ahead/" + ahead.toSeconds());
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
        partner.close();
        mail.close();
    }

    /** The one portal of this kind. */
    public static final class Provider extends Lending<PortalUnderPath> {

        /** Used by JUnit. */
        public Provider() {
            super(PortalUnderPath.class, 1, PortalUnderPath::new);
        }
    }
}
