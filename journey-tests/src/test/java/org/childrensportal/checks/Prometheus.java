package org.childrensportal.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;

/**
 * A real Prometheus that watches one server by the portal's own rules. It looks every few seconds,
 * where one that is deployed looks every minute.
 */
public final class Prometheus implements AutoCloseable {

    private static final String CONFIGURATION =
            """
            global:
              scrape_interval: 3s
              scrape_timeout: 3s
              evaluation_interval: 1s
            rule_files: [portal-rules.yml]
            scrape_configs:
              - job_name: keycloak
                static_configs:
                  - targets: ["%s"]
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final URI address;
    private final Path log;

    private Prometheus(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts one.
     *
     * @param target whose metrics it reads
     * @param folder where it keeps what it knows
     * @throws AssertionError if Prometheus is not installed
     */
    public static Prometheus watching(URI target, Path folder) {
        try {
            Path configuration = folder.resolve("prometheus.yml");
            Files.writeString(configuration, CONFIGURATION.formatted(target.getAuthority()));
            Files.copy(WatchingFiles.RULES, folder.resolve("portal-rules.yml"));
            URI address = URI.create("http://127.0.0.1:" + KeycloakServer.freePort());
            Path log = folder.resolve("prometheus.log");
            Process process =
                    Promtool.start(
                            new ProcessBuilder(
                                            "prometheus",
                                            "--config.file=" + configuration,
                                            "--storage.tsdb.path=" + folder.resolve("data"),
                                            "--web.listen-address=" + address.getAuthority())
                                    .redirectErrorStream(true)
                                    .redirectOutput(log.toFile()));
            return new Prometheus(process, address, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has read the numbers of {@code realm}, and judged them by the rules. */
    public void awaitRealm(String realm) {
        String query = "portal:mails_sent:increase15m{realm=\"%s\"}".formatted(realm);
        Await.until(
                "Prometheus knows that a mail of the realm went out",
                () -> query(query).path("result").size() > 0);
    }

    /** The alerts that fire at the moment: each its name and its realm. */
    public List<String> firing() {
        return StreamSupport.stream(
                        query("ALERTS{alertstate=\"firing\"}").path("result").spliterator(), false)
                .map(alert -> alert.path("metric"))
                .map(
                        labels ->
                                labels.path("alertname").asText()
                                        + " "
                                        + labels.path("realm").asText())
                .sorted()
                .toList();
    }

    /** An empty answer until it listens. */
    private JsonNode query(String query) {
        if (!process.isAlive()) {
            throw new AssertionError("Prometheus has ended:\n" + WatchingFiles.text(log));
        }
        try {
            String answer =
                    new Browserless(address)
                            .get(address + "/api/v1/query?query=" + Browserless.encode(query))
                            .html();
            return JSON.readTree(answer).path("data");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            // Refused until it listens: that is what is waited for.
            return JSON.createObjectNode();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
