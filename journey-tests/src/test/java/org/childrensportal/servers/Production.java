package org.childrensportal.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Entrance;
import org.childrensportal.people.Page;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The deployment of docker-compose.production.yml as it is: two nodes, a proxy, PostgreSQL. */
public final class Production implements Entrance, AutoCloseable {

    /** Where the relying application would be. */
    public static final URI CALLBACK = URI.create("http://localhost:9/callback");

    /** What must be nowhere but in the files of secrets. */
    public static final String SECRET = "in-a-file-only";

    private static final Path SECRETS = Path.of("target/secrets").toAbsolutePath();

    private final int port = KeycloakServer.freePort();
    private final int httpPort = KeycloakServer.freePort();
    private final int adminPort = KeycloakServer.freePort();
    private final Mailbox mail = Mailbox.forContainers();
    private final Composed containers;

    private Production() {
        Engine.running();
        secret("KC_DB_PASSWORD", SECRET);
        secret("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        secret("PORTAL_SMTP_PASSWORD", SECRET);
        secret("tls.pem", TestCertificate.pem());
        containers =
                new Composed(
                        "portal-production-test",
                        "docker-compose.production.yml",
                        Map.ofEntries(
                                Map.entry("PORTAL_VERSION", "test"),
                                Map.entry("PORTAL_SECRETS", SECRETS.toString()),
                                Map.entry("PORTAL_LISTEN", "127.0.0.1"),
                                Map.entry("PORTAL_HTTP_PORT", String.valueOf(httpPort)),
                                Map.entry("PORTAL_HTTPS_PORT", String.valueOf(port)),
                                Map.entry("PORTAL_ADMIN_PORT", String.valueOf(adminPort)),
                                Map.entry("PORTAL_ADDRESS", address().toString()),
                                Map.entry("PORTAL_ADMIN_ADDRESS", adminAddress().toString()),
                                Map.entry("PORTAL_SMTP_HOST", "host.docker.internal"),
                                Map.entry("PORTAL_SMTP_PORT", String.valueOf(mail.port())),
                                Map.entry("PORTAL_SMTP_FROM", "portal@council.example"),
                                Map.entry("PORTAL_SMTP_AUTH", "false"),
                                Map.entry("PORTAL_SMTP_STARTTLS", "false"),
                                Map.entry("PORTAL_JAVA_OPTIONS", Engine.SHORT_LIVED),
                                Map.entry("PORTAL_WEB_URL", CALLBACK.resolve("/").toString()),
                                Map.entry("PORTAL_WEB_REDIRECT_URI", CALLBACK.toString())));
        containers.compose("up", "-d", "--no-build");
        await();
        admin().realm().hashCheaply();
        limitNetwork(0);
    }

    private static void secret(String name, String value) {
        try {
            Files.writeString(Files.createDirectories(SECRETS).resolve(name), value + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives Keycloak's command line, within a node, a command; answers what it prints. */
    public String kcadm(String... words) {
        return containers.script("kcadm.sh", words);
    }

    /** How many codes an hour people of one network get; 0 is any number. */
    public void limitNetwork(int codes) {
        AdminSession.expect(
                admin().realm()
                        .configureCodes("\"codes-an-hour-per-client\":\"%d\"".formatted(codes)),
                204);
    }

    /** Where people come to. */
    public URI address() {
        return URI.create("https://localhost:" + port);
    }

    /** Where the proxy listens to those who come without TLS. */
    public int httpPort() {
        return httpPort;
    }

    private URI adminAddress() {
        return URI.create("https://localhost:" + adminPort);
    }

    /** The administrator, who comes in elsewhere. */
    public AdminConsole admin() {
        return new AdminConsole(adminAddress());
    }

    /** Its containers. */
    public Composed containers() {
        return containers;
    }

    /** What people find in their mail. */
    public Mailbox mail() {
        return mail;
    }

    /** Moves both nodes to another image of the same name, one after the other. */
    public String upgrade(String version) {
        return containers.with("PORTAL_VERSION", version).script("upgrade.sh");
    }

    /** Waits until both nodes take requests, and the proxy gives them some. */
    public void await() {
        containers.script("await.sh");
    }

    /** Backs up into a file. */
    public void backUp(Path file) {
        containers.script("back-up.sh", file.toString());
    }

    /** Restores what a file has. */
    public void restore(Path file) {
        containers.script("restore.sh", file.toString());
    }

    @Override
    public Browserless browser() {
        return new Browserless(address());
    }

    @Override
    public Page signIn(Browserless browser) {
        return browser.get(
                address()
                        + "/realms/portal/protocol/openid-connect/auth?client_id=portal-web"
                        + "&response_type=code&scope=openid&redirect_uri="
                        + Browserless.encode(CALLBACK.toString())
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                        + "&code_challenge_method=S256");
    }

    @Override
    public String codeFor(String address) {
        return mail.codeFor(address);
    }

    @Override
    public void close() {
        containers.close();
        mail.close();
    }

    /** Gives tests the deployment, and ends it after the last one. */
    public static final class Provider implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Production.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(
                            Production.class, type -> new Production(), Production.class);
        }
    }
}
