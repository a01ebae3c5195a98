package org.childrensportal.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.PortalFiles;
import org.childrensportal.people.Browserless;
import org.childrensportal.servers.AdminConsole;

/** One of the two servers that are compared: the same distribution, options and kind of store. */
final class Side implements AutoCloseable {

    /** Where the servers are unpacked and everything is written to. */
    static final Path FOLDER = Path.of(System.getProperty("benchmark.folder"));

    /** The name of the portal's realm, and so of its side. */
    static final String PORTAL = "portal";

    private final String name;
    private final Journeys journeys;
    private final Store store;
    private final KeycloakServer server;
    private final People people = new People();

    private Side(
            String name,
            Journeys journeys,
            PortalFiles files,
            Inbox inbox,
            Application application) {
        Path folder = FOLDER.resolve(name);
        this.name = name;
        this.journeys = journeys;
        this.store = Store.ofThisRun(folder);
        KeycloakInstallation installation =
                KeycloakInstallation.in(
                        folder, files, List.of(), store.options(), System.out::println);
        if (files.realmJar().isEmpty()) {
            importStockRealm(installation, application);
        }
        this.server =
                KeycloakServer.start(
                        installation,
                        KeycloakServer.freePort(),
                        environment(store, inbox, application));
    }

    /** The server with the portal's jars and realm. */
    static Side portal(Inbox inbox, Application application) {
        Journeys journeys = new PortalJourneys(application, new Waiting(inbox));
        return new Side(PORTAL, journeys, PortalFiles.ofTheBuild(), inbox, application);
    }

    /** The server without them, with Keycloak's own registration. */
    static Side stock(Inbox inbox, Application application) {
        Journeys journeys = new StockJourneys(application, new Waiting(inbox));
        return new Side(
                StockRealmFile.NAME, journeys, PortalFiles.ofKeycloakAlone(), inbox, application);
    }

    /** Puts the realm where a server that starts looks for realms. */
    private static void importStockRealm(
            KeycloakInstallation installation, Application application) {
        try {
            Files.writeString(
                    installation.home().resolve("data/import/stock-realm.json"),
                    StockRealmFile.json(
                            PortalFiles.ofTheBuild().realmJar().orElseThrow(),
                            application.callback().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> environment(
            Store store, Inbox inbox, Application application) {
        Map<String, String> environment = new HashMap<>(store.environment());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        environment.put("KC_PROXY_HEADERS", "xforwarded");
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms1g -Xmx1g");
        environment.put("PORTAL_SMTP_HOST", "127.0.0.1");
        environment.put("PORTAL_SMTP_PORT", String.valueOf(inbox.port()));
        environment.put("PORTAL_WEB_REDIRECT_URI", application.callback().toString());
        return environment;
    }

    /** That of its realm: {@code portal} or {@code stock}. */
    String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    URI address() {
        return server.address();
    }

    Journeys journeys() {
        return journeys;
    }

    People people() {
        return people;
    }

    /** Makes many accounts; on the portal, one for each ten of them is pending as well. */
    void fill(int accounts) {
        int pending = name.equals(PORTAL) ? accounts / 10 : 0;
        store.fill(new Filling(accounts, pending, Instant.now()), name);
    }

    /** Lets the realm send its mail to {@code port}, and wait so long for it. */
    void sendMailTo(int port, Duration timeout) {
        new AdminConsole(server.address(), name).realm().sendMailTo(port, timeout);
    }

    /** The Java process of the server. */
    long pid() {
        return server.processes().stream()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    /** What it has used before whoever asks goes on. */
    Usage beforehand() {
        long requests = requests();
        long statements = store.statements();
        long transactions = store.transactions();
        return new Usage(now(), cpu(), requests, statements, transactions);
    }

    /** What it has used up to the moment of asking. */
    Usage afterwards() {
        Duration time = now();
        Duration cpu = cpu();
        return new Usage(time, cpu, requests(), store.statements(), store.transactions());
    }

    private static Duration now() {
        return Duration.ofNanos(System.nanoTime());
    }

    private Duration cpu() {
        return server.processes().stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private long requests() {
        return (long)
                new Browserless(server.managementAddress())
                        .get(server.managementAddress() + "/metrics")
                        .html()
                        .lines()
                        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                        .mapToDouble(
                                line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum();
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
