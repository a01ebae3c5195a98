package org.childrensportal.servers;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.PortalFiles;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Entrance;
import org.childrensportal.people.Page;

/**
 * One server by itself over PostgreSQL, with the portal in it or without. Either has a realm called
 * {@code portal} with the same application and the same costs of a hash, so that what people do
 * there can be compared.
 */
public final class PostgresServer implements Entrance, AutoCloseable {

    private static final String CALLBACK = "http://localhost:9/callback";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    /** What Keycloak's own registration and the portal's have in common. */
    private static final String LIKE_THE_PORTAL =
            """
            , "registrationAllowed": true, "registrationEmailAsUsername": true,
            "verifyEmail": true, "resetPasswordAllowed": true, "bruteForceProtected": true,
            "internationalizationEnabled": true, "supportedLocales": ["en", "cy"],
            "defaultLocale": "en", "revokeRefreshToken": true, "eventsEnabled": true,
            "eventsListeners": ["jboss-logging"],
            "passwordPolicy": "length(14) and upperCase(1) and digits(1) and specialChars(1) \
            and maxLength(128) and passwordHistory(9)%s",
            "clients": [{"clientId": "portal-web", "enabled": true, "publicClient": true,
             "fullScopeAllowed": false, "redirectUris": ["%s"],
             "attributes": {"pkce.code.challenge.method": "S256"}}]
            """
                    .formatted(RealmAdmin.CHEAP_HASHES, CALLBACK);

    private final Mailbox mail = new Mailbox();
    private final Database database = new Database();
    private final KeycloakServer server;

    private PostgresServer(Path folder, PortalFiles files) {
        KeycloakInstallation installation =
                KeycloakInstallation.in(
                        folder, files, List.of(), List.of("--db=postgres"), System.out::println);
        Map<String, String> environment = new HashMap<>(Deployment.environment(mail));
        environment.putAll(database.environment());
        environment.put("PORTAL_WEB_REDIRECT_URI", CALLBACK);
        environment.put("KC_LOG_LEVEL", "info");
        // Nothing but what people do.
        environment.put(
                "KC_SPI_REQUIRED_ACTION__PORTAL_VERIFY_EMAIL_CODE__REMOVAL_INTERVAL_SECONDS",
                "3600");
        server = KeycloakServer.start(installation, KeycloakServer.freePort(), environment);
    }

    /** One with the portal. */
    public static PostgresServer withPortal() {
        PostgresServer server =
                new PostgresServer(
                        Path.of("target/server-postgres-portal"), PortalFiles.ofTheBuild());
        new AdminConsole(server.address()).realm().hashCheaply();
        return server;
    }

    /**
     * One of the same distribution without a jar of ours, with Keycloak's verified registration.
     */
    public static PostgresServer withoutPortal() {
        PostgresServer server =
                new PostgresServer(
                        Path.of("target/server-postgres-stock"), PortalFiles.ofKeycloakAlone());
        OtherRealm.make(server.address(), server.mail, "portal", LIKE_THE_PORTAL);
        return server;
    }

    private URI address() {
        return server.address();
    }

    /** Its database. */
    public Database database() {
        return database;
    }

    /** What its people find in their mail. */
    public Mailbox mail() {
        return mail;
    }

    @Override
    public Browserless browser() {
        return new Browserless(address());
    }

    @Override
    public Page signIn(Browserless browser) {
        return signIn(browser, "");
    }

    /** The same with more parameters on the request, beginning with an ampersand. */
    public Page signIn(Browserless browser, String parameters) {
        return browser.get(
                openIdConnect("auth")
                        + "?client_id=portal-web&response_type=code&scope=openid&redirect_uri="
                        + Browserless.encode(CALLBACK)
                        + "&code_challenge="
                        + CHALLENGE
                        + "&code_challenge_method=S256"
                        + parameters);
    }

    /** The application's request for the tokens of whoever was sent back to it at {@code page}. */
    public Page tokens(Page page) {
        String code = page.address().getQuery().replaceFirst("(?:.*&)?code=([^&]*).*", "$1");
        return new Browserless(address())
                .postForData(
                        openIdConnect("token"),
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                "portal-web",
                                "code",
                                code,
                                "redirect_uri",
                                CALLBACK,
                                "code_verifier",
                                VERIFIER));
    }

    private String openIdConnect(String endpoint) {
        return address() + "/realms/portal/protocol/openid-connect/" + endpoint;
    }

    @Override
    public String codeFor(String address) {
        return mail.codeFor(address);
    }

    @Override
    public void close() {
        server.close();
        database.close();
        mail.close();
    }
}
