package org.childrensportal.servers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.childrensportal.local.KeycloakDatabase;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.PortalFiles;
import org.childrensportal.local.RelyingApplication;
import org.childrensportal.local.RelyingParty;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/**
 * The portal under test: one real server, one real mail catcher and one relying application, for
 * one test class after the other.
 */
public final class Portal implements Deployment {

    private static final Path FOLDER = Path.of("target/server");

    private static final String MAIL = "PORTAL_SMTP_PORT";
    private static final String APPLICATION = "PORTAL_WEB_URL";

    private static final AtomicInteger PORTALS = new AtomicInteger();

    private final KeycloakInstallation installation;
    private final H2Database database;
    private final DatabaseTemplate template;
    private final Map<String, String> environment;
    private final Mailbox mail;
    private final KeycloakServer server;
    private final RelyingApplication application;
    private final RelyingParty party;
    private String earlierEvents = "";

    private Portal() {
        installation = installation();
        String name = "portal-" + PORTALS.incrementAndGet();
        database = new H2Database(installation, name);
        template = new DatabaseTemplate(FOLDER, name);
        mail = new Mailbox(template.freePort(MAIL));
        int port = KeycloakServer.freePort();
        URI issuer = URI.create("http://localhost:" + port + "/realms/portal");
        application = RelyingApplication.start(template.freePort(APPLICATION), issuer);
        URI callback = application.address().resolve("callback");
        party = new RelyingParty(issuer, callback);
        environment = environment(callback);
        template.copyTo(database, environment);
        server = KeycloakServer.start(installation, port, environment);
        template.keep(database, environment);
        admin().realm().hashCheaply();
    }

    /** What portals are started from: made once, with no database of an earlier run. */
    public static KeycloakInstallation installation() {
        return Shared.INSTALLATION;
    }

    private static final class Shared {

        private static final KeycloakInstallation INSTALLATION = emptied();

        private static KeycloakInstallation emptied() {
            KeycloakInstallation installation =
                    KeycloakInstallation.in(
                            FOLDER,
                            PortalFiles.ofTheBuild(),
                            List.of(Path.of(System.getProperty("portal.test-providers"))),
                            KeycloakInstallation.ALONE,
                            System.out::println);
            KeycloakDatabase.in(FOLDER).empty();
            return installation;
        }
    }

    /** Makes {@code other} what this portal's database was when it was new. */
    void copyNewDatabaseTo(H2Database other) {
        template.copyTo(other, environment);
    }

    private Map<String, String> environment(URI callback) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(Deployment.environment(mail));
        environment.put(APPLICATION, application.address().toString());
        environment.put("PORTAL_WEB_REDIRECT_URI", callback.toString());
        return environment;
    }

    @Override
    public Mailbox mail() {
        return mail;
    }

    @Override
    public String events() {
        return earlierEvents + admin().history().everyEvent();
    }

    @Override
    public List<Path> logs() {
        return List.of(server.log());
    }

    /** One of Keycloak's own metrics, as a monitoring system reads them; 0 if it is not there. */
    public double metric(String name, String label) {
        return Deployment.metric(server, name, label);
    }

    /** Keycloak's address. */
    public URI address() {
        return server.address();
    }

    /** Where its health and metrics are. */
    public URI managementAddress() {
        return server.managementAddress();
    }

    /** Where the relying application is. */
    public URI relyingApplication() {
        return application.address();
    }

    /** The relying application that the tests act as. */
    RelyingParty relyingParty() {
        return party;
    }

    @Override
    public Page signIn(Browserless browser) {
        return browser.get(authorization(""));
    }

    @Override
    public Browserless browser() {
        return new Browserless(server.address());
    }

    /** The same with more parameters on the authorization request, beginning with an ampersand. */
    public Page signIn(String parameters) {
        return new Browserless(server.address()).get(authorization(parameters));
    }

    @Override
    public String authorization(String parameters) {
        return party.authorizationRequest() + parameters;
    }

    /** The authorization request of another realm's account console. */
    public String accountConsole(String realm) {
        String address = server.address() + "/realms/" + realm;
        return address
                + "/protocol/openid-connect/auth?client_id=account-console"
                + "&response_type=code&scope=openid&redirect_uri="
                + Browserless.encode(address + "/account/")
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&code_challenge_method=S256";
    }

    /** What the relying application learns about the person whom this page sent back to it. */
    public RelyingParty.SignedIn signedIn(Page page) {
        return party.finish(page.address());
    }

    @Override
    public AdminConsole admin() {
        return new AdminConsole(server.address());
    }

    @Override
    public void clockAhead(Duration ahead) {
        new Browserless(server.address())
                .put(server.address() + "/realms/portal/test-clock/ahead/" + ahead.toSeconds());
    }

    /** A realm and its users, as {@code kc.sh export} writes them. */
    public String export(String realm) {
        return installation.export(realm, database.environment());
    }

    /**
     * Imports realms as a server does that starts with them.
     *
     * @param realms their representations, by their names
     */
    public void importRealms(Map<String, String> realms) {
        installation.importRealms(realms, database.environment());
        admin().forgetRealms();
    }

    /** Exports the realm with its users by {@code kc.sh export}, removes it, and imports it. */
    public void exportRemoveAndImport() {
        String realm = installation.export("portal", database.environment());
        AdminConsole admin = admin();
        earlierEvents += admin.history().everyEvent();
        admin.removeRealm();
        admin.importRealm(realm);
    }

    /** How many hashes the algorithm {@code test-counting} has computed so far. */
    public int hashesComputed() {
        return Integer.parseInt(
                new Browserless(server.address())
                        .get(server.address() + "/realms/portal/test-hashes")
                        .html());
    }

    /**
     * Once the hash has come that is to be held, does something {@code meanwhile}, and lets it go
     * on.
     */
    public void whileNextHashIsHeld(Runnable meanwhile) {
        String hashes = server.address() + "/realms/portal/test-hashes";
        Browserless tester = new Browserless(server.address());
        try {
            Await.until("the hash", () -> tester.get(hashes + "/hold").html().equals("HELD"));
            meanwhile.run();
        } finally {
            tester.post(hashes + "/release", Map.of());
        }
    }

    /** The next new hash that is computed for tests will be held. */
    public void holdNextHash() {
        new Browserless(server.address())
                .post(server.address() + "/realms/portal/test-hashes/hold", Map.of());
    }

    /** The next password that is compared with a hash for tests will be held after that. */
    public void holdNextComparison() {
        new Browserless(server.address())
                .post(server.address() + "/realms/portal/test-hashes/hold-comparison", Map.of());
    }

    /** How many rows there are of what an SQL query says after {@code from}. */
    public int rows(String from) {
        return Integer.parseInt(
                new Browserless(server.address())
                        .get(
                                server.address()
                                        + "/realms/portal/test-rows?from="
                                        + Browserless.encode(from))
                        .html());
    }

    /**
     * Changes the database as another node does whose word has not come yet: what the server has
     * read of it before, it still holds for true.
     */
    public void changeUnheard(String sql) {
        database.execute(sql);
    }

    /** Every column of the server's tables, as {@code TABLE.COLUMN}. */
    public List<String> columns() {
        return lines("columns");
    }

    /** The tables that hold a text, alone or among others. */
    public List<String> tablesHolding(String text) {
        return lines("holding?text=" + Browserless.encode(text));
    }

    private List<String> lines(String what) {
        return new Browserless(server.address())
                .get(server.address() + "/realms/portal/test-rows/" + what)
                .html()
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The link in the newest mail to {@code address}. */
    public String linkFor(String address) {
        return mail.linkFor(address);
    }

    @Override
    public void close() {
        server.close();
        application.close();
        mail.close();
    }

    /** The portals under test, of which there are never more than two. */
    public static final class Provider extends Lending<Portal> {

        /** Used by JUnit. */
        public Provider() {
            super(Portal.class, 2, Portal::new);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == All.class
                    || super.supportsParameter(parameter, context);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == All.class
                    ? new All(all(context))
                    : super.resolveParameter(parameter, context);
        }
    }

    /** Every portal that tests have used so far, for a class that runs when no other does. */
    public record All(List<Portal> portals) {}
}
