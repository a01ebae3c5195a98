package org.childrensportal.servers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.PortalFiles;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The portal on two nodes over PostgreSQL, as real processes. What a load balancer does is done in
 * the browsers: each request goes to the next node that is in rotation.
 */
public class Cluster implements Deployment {

    private static final String CALLBACK = "http://localhost:9/callback";

    /** The same portal with Keycloak's sessions in the database. */
    public static final class Stateless extends Cluster {
        Stateless() {
            super(Path.of("target/server-stateless"), List.of("--features=stateless"));
        }
    }

    private final Mailbox mail = new Mailbox();
    private final Database database = new Database();
    private final URI frontend = URI.create("http://localhost:" + KeycloakServer.freePort());
    private final List<Node> nodes;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile List<Node> rotation;

    Cluster() {
        this(Path.of("target/server-cluster"), List.of());
    }

    private Cluster(Path folder, List<String> features) {
        List<String> options = new ArrayList<>(List.of("--db=postgres"));
        options.addAll(features);
        KeycloakInstallation installation =
                KeycloakInstallation.in(
                        folder,
                        PortalFiles.ofTheBuild(),
                        List.of(Path.of(System.getProperty("portal.test-providers"))),
                        options,
                        System.out::println);
        nodes =
                List.of(
                        new Node(installation, frontend, environment()),
                        new Node(installation, frontend, environment()));
        rotation = nodes;
        admin().realm().hashCheaply();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(Deployment.environment(mail));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx1g");
        environment.put("PORTAL_WEB_REDIRECT_URI", CALLBACK);
        return environment;
    }

    /** The nodes, two of them. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The database of all nodes. */
    public Database database() {
        return database;
    }

    /** From now on requests go to {@code some} only, one after the other. */
    public void route(Node... some) {
        rotation = List.of(some);
    }

    /** From now on requests go to both nodes. */
    public void routeToAll() {
        rotation = nodes;
    }

    /**
     * Waits until the nodes are one cluster again. One that a test left behind dead is started
     * again, and so is one that hung for so long that the other went on without it: each sees
     * itself alone until Keycloak has merged them, which takes up to five minutes.
     */
    public void awaitWhole() {
        if (!isWhole()) {
            nodes.stream().filter(Node::hasHung).forEach(Node::kill);
        }
        nodes.stream().filter(node -> !node.isRunning()).forEach(Node::start);
        Await.until("the nodes are one cluster", this::isWhole);
    }

    private boolean isWhole() {
        return nodes.stream()
                .allMatch(node -> node.isRunning() && node.clusterSize() == nodes.size());
    }

    /** Stops all nodes, and only then starts them again. */
    public void restart() {
        nodes.parallelStream().forEach(Node::stop);
        nodes.parallelStream().forEach(Node::start);
    }

    private URI route(URI address) {
        List<Node> some = rotation;
        Node node = some.get(requests.getAndIncrement() % some.size());
        return URI.create(
                address.toString().replace(frontend.toString(), node.address().toString()));
    }

    @Override
    public Browserless browser() {
        return new Browserless(frontend, this::route);
    }

    @Override
    public Page signIn(Browserless browser) {
        return browser.get(authorization(""));
    }

    @Override
    public String authorization(String parameters) {
        return frontend
                + "/realms/portal/protocol/openid-connect/auth?client_id=portal-web"
                + "&response_type=code&scope=openid&redirect_uri="
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
        return new AdminConsole(rotation.get(0).address());
    }

    @Override
    public void clockAhead(Duration ahead) {
        for (Node node : nodes) {
            new Browserless(node.address())
                    .put(node.address() + "/realms/portal/test-clock/ahead/" + ahead.toSeconds());
        }
    }

    @Override
    public String events() {
        return admin().history().everyEvent();
    }

    @Override
    public List<Path> logs() {
        return nodes.stream().flatMap(node -> node.logs().stream()).toList();
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        database.close();
        mail.close();
    }

    /** Gives tests the cluster that they ask for, and closes it after the last one. */
    public static final class Provider implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return Cluster.class.isAssignableFrom(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            ExtensionContext.Store store =
                    context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL);
            return parameter.getParameter().getType() == Stateless.class
                    ? store.getOrComputeIfAbsent(
                            Stateless.class, type -> new Stateless(), Stateless.class)
                    : store.getOrComputeIfAbsent(
                            Cluster.class, type -> new Cluster(), Cluster.class);
        }
    }
}
