package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.childrensportal.checks.KubernetesFile;
import org.childrensportal.checks.ServerSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The files for a cluster")
class KubernetesFilesTest {

    private static final Path FOLDER = Path.of("../kubernetes");
    private static final Path SERVER = FOLDER.resolve("keycloak.yaml");
    private static final Path SECRETS = FOLDER.resolve("secrets.example.yaml");
    private static final Path VALUES = FOLDER.resolve("keycloakx-values.yaml");
    private static final Path REALM =
            Path.of("../realm-config/target/classes/kubernetes/portal-realm-import.json");

    /** Deployments without a cluster, whose settings a cluster has too. */
    static final List<String> COMPOSE = List.of("docker-compose.yml");

    /** What only several nodes behind a proxy need, and what elsewhere the image says. */
    private static final Set<String> OF_A_CLUSTER =
            Set.of(
                    "KC_PROXY_HEADERS",
                    "KC_HEALTH_ENABLED",
                    "KC_METRICS_ENABLED",
                    "KC_EVENT_METRICS_USER_ENABLED",
                    "KC_SHUTDOWN_DELAY",
                    "KC_SHUTDOWN_TIMEOUT",
                    "KC_SPI_THEME__WELCOME_THEME");

    static Stream<Path> resources() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return Stream.concat(
                    files.filter(file -> !file.equals(VALUES)).sorted().toList().stream(),
                    Stream.of(REALM));
        }
    }

    @ParameterizedTest
    @MethodSource("resources")
    @DisplayName("have nothing that the cluster does not know")
    void resource(Path file) {
        assertThat(KubernetesFile.read(file).faults()).isEmpty();
    }

    @Test
    @DisplayName("have nothing that the chart does not know")
    void values() {
        assertThat(KubernetesFile.read(VALUES).faultsOfValues()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2} for {1}")
    @CsvSource({
        "keycloak.yaml, hostname:, hostnam:",
        "keycloak.yaml, strategy: Auto, strategy: Automatic",
        "keycloak.yaml, headers: xforwarded, headers: x-forwarded",
        "keycloak.yaml, instances: 2, instances: two",
        "keycloak.yaml, requests:, request:",
        "keycloak.yaml, key: username, keys: username",
        "keycloak.yaml, topologyKey:, topology:",
        "keycloak.yaml, namespaceSelector:, namespacesSelector:",
        "keycloak.yaml, kind: Keycloak, kind: Keycloack",
        "ingress.yaml, backend:, backends:",
        "network-policy.yaml, podSelector:, podsSelector:",
        "network-policy.yaml, cidr:, cdir:",
        "availability.yaml, maxUnavailable:, maximumUnavailable:",
        "secrets.example.yaml, stringData:, stringsData:"
    })
    @DisplayName("with a word that is not the cluster's are told")
    void wrong(String file, String right, String wrong) throws IOException {
        String text = Files.readString(FOLDER.resolve(file));
        assertThat(text).contains(right);
        assertThat(new KubernetesFile(text.replaceFirst(right, wrong)).faults()).isNotEmpty();
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "replicas:, replica:",
        "replicas: 2, replicas: two",
        "existingSecret:, existingSecrets:",
        "secretKeyRef:, secretRef:",
        "secretRef:, secret:",
        "runAsNonRoot:, runAsNoRoot:",
        "namespaceSelector:, namespacesSelector:",
        "relativePath:, path:"
    })
    @DisplayName("with a word that is not the chart's are told")
    void wrongValue(String right, String wrong) throws IOException {
        String text = Files.readString(VALUES);
        assertThat(text).contains(right);
        assertThat(new KubernetesFile(text.replaceFirst(right, wrong)).faultsOfValues())
                .isNotEmpty();
    }

    @Test
    @DisplayName("with a realm that is not Keycloak's are told")
    void wrongRealm() throws IOException {
        String text = Files.readString(REALM);
        String wrong = text.replace("\"registrationAllowed\"", "\"registration\"");
        assertThat(new KubernetesFile(wrong).faults()).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("COMPOSE")
    @DisplayName("set what the compose file sets, and what a cluster needs beside it")
    void asCompose(String compose) {
        Set<String> wanted = ServerSettings.ofCompose(Path.of("..").resolve(compose));
        assertThat(wanted).isNotEmpty();
        assertThat(ServerSettings.ofOperator(SERVER, REALM)).containsAll(wanted);
        Set<String> more = new TreeSet<>(ServerSettings.ofOperator(SERVER, REALM));
        more.removeAll(wanted);
        more.removeIf(name -> name.startsWith("PORTAL_"));
        assertThat(OF_A_CLUSTER).containsAll(more);
    }

    @Test
    @DisplayName("set the same for the operator and by the chart")
    void operatorAndChart() {
        assertThat(ServerSettings.ofChart(VALUES, SECRETS))
                .isEqualTo(ServerSettings.ofOperator(SERVER, REALM));
    }

    @Test
    @DisplayName("have a secret with each thing that the realm leaves open, and no secret's value")
    void secrets() throws IOException {
        assertThat(ServerSettings.ofSecret(SECRETS, "portal-realm"))
                .isEqualTo(
                        new TreeSet<>(
                                ServerSettings.ofOperator(SERVER, REALM).stream()
                                        .filter(name -> name.startsWith("PORTAL_"))
                                        .toList()));
        KubernetesFile.read(SECRETS)
                .documents()
                .forEach(
                        secret ->
                                secret.path("stringData")
                                        .forEach(value -> assertThat(value.asText()).isEmpty()));
    }
}
