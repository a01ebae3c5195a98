package org.childrensportal.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;

/** One server of a cluster, which can be killed, stopped and started again. */
public final class Node implements AutoCloseable {

    private final KeycloakInstallation installation;
    private final List<String> options;
    private final Map<String, String> environment;
    private final int port = KeycloakServer.freePort();
    private final List<Path> earlierLogs = new ArrayList<>();
    private KeycloakServer server;
    private boolean hung;

    /** Starts a node that is one of {@code frontend}'s. */
    public Node(KeycloakInstallation installation, URI frontend, Map<String, String> environment) {
        this.installation = installation;
        this.environment = environment;
        this.options =
                List.of(
                        "--hostname=" + frontend,
                        "--cache-embedded-network-bind-address=127.0.0.1",
                        "--cache-embedded-network-bind-port=" + clusterPort());
        start();
    }

    /** A port that is free, and whose neighbour for failure detection is, 50000 above. */
    private static int clusterPort() {
        return 7800 + KeycloakServer.freePort() % 5000;
    }

    /** Starts the node, the first time or again. */
    public void start() {
        server = KeycloakServer.start(installation, port, options, environment);
        hung = false;
    }

    /** Whether it has hung since it was started. */
    boolean hasHung() {
        return hung;
    }

    boolean isRunning() {
        return server.processes().stream().anyMatch(ProcessHandle::isAlive);
    }

    URI address() {
        return server.address();
    }

    /** Ends the node with no chance to say goodbye ({@code kill -9}). */
    public void kill() {
        server.processes().forEach(ProcessHandle::destroyForcibly);
        server.processes().forEach(process -> process.onExit().join());
        keepLog();
    }

    /** Ends the node as a restart does. */
    public void stop() {
        server.close();
        keepLog();
    }

    /** Makes the node hang, connections open. */
    public void pause() {
        hung = true;
        signal("-STOP");
    }

    /** Lets a hanging node go on as if nothing had happened. */
    public void resume() {
        signal("-CONT");
    }

    /** How many nodes the cluster has as this one sees it, by Keycloak's own metric. */
    int clusterSize() {
        return (int) metric("vendor_cluster_size", "keycloak");
    }

    /** One of Keycloak's own metrics; 0 if it is not there. */
    public double metric(String name, String label) {
        return Deployment.metric(server, name, label);
    }

    List<Path> logs() {
        List<Path> logs = new ArrayList<>(earlierLogs);
        logs.add(server.log());
        return logs.stream().filter(Files::exists).toList();
    }

    private void keepLog() {
        Path kept =
                server.log()
                        .resolveSibling("earlier-%d-%d.log".formatted(port, earlierLogs.size()));
        try {
            Files.move(server.log(), kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        earlierLogs.add(kept);
    }

    private void signal(String signal) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        server.processes().forEach(process -> command.add(String.valueOf(process.pid())));
        try {
            int status = new ProcessBuilder(command).start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(command + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.processes().forEach(ProcessHandle::destroyForcibly);
    }
}
