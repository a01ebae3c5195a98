package org.childrensportal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running Keycloak in production mode, on loopback only. */
public final class KeycloakServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(15);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;

    private KeycloakServer(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    /**
     * Starts a server by itself, as the other method does.
     *
     * @throws IllegalStateException if it ends or is not ready in time; the message has the log
     */
    public static KeycloakServer start(
            KeycloakInstallation installation, int port, Map<String, String> environment) {
        return start(installation, port, List.of("--cache=local"), environment);
    }

    /**
     * Starts the server and waits until its health endpoint says that it is ready.
     *
     * @param options of {@code kc.sh start}, such as those of a cluster
     * @param environment what the realm's placeholders and the first administrator are set to
     * @throws IllegalStateException if it ends or is not ready in time; the message has the log
     */
    public static KeycloakServer start(
            KeycloakInstallation installation,
            int port,
            List<String> options,
            Map<String, String> environment) {
        int managementPort = freePort();
        Path log = installation.home().resolve("server-" + port + ".log");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                installation.kc(),
                                "start",
                                "--optimized",
                                "--import-realm",
                                "--http-enabled=true",
                                "--hostname-strict=false",
                                "--http-host=127.0.0.1",
                                "--http-port=" + port,
                                "--http-management-host=127.0.0.1",
                                "--http-management-port=" + managementPort,
                                "--spi-theme--welcome-theme=childrens-portal"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        try {
            KeycloakServer server = new KeycloakServer(builder.start(), port, managementPort, log);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's address, without a slash at the end. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Where its health and metrics are. */
    public URI managementAddress() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    /** Its processes: the script's and the server's. */
    public List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    }

    /** The file that the server's log goes to. */
    public Path log() {
        return log;
    }

    /** Waits until the server has ended by itself. */
    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    private void awaitReady() throws IOException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest ready =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + managementPort + "/health/ready"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        Instant limit = Instant.now().plus(START_LIMIT);
        try {
            while (!isReady(http, ready)) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS) || Instant.now().isAfter(limit)) {
                    close();
                    throw new IllegalStateException(
                            "Keycloak did not start:\n" + Files.readString(log));
                }
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server started", e);
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest ready) throws InterruptedException {
        try {
            return http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Refused until the server listens: that is what is waited for.
            return false;
        }
    }

    /** Stops the server and every process of it. */
    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // kc.sh does not exec java: whatever is left of it is killed here.
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    /** A port that nothing listens on at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code port} if nothing listens on it at this moment, else another one; 0 is no port. */
    public static int freePort(int port) {
        return port == 0 || WantedPort.isBusy(port) ? freePort() : port;
    }
}
