package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The scripts for production, with an engine that does not do what they hope,")
class ProductionScriptsTest {

    /** Does nothing, says what a healthy deployment says, and writes down what it was told. */
    private static final String ENGINE =
            """
            #!/usr/bin/env bash
            echo "$*" >>"$CALLS"
            case "$*" in
              *"$BROKEN"*) exit "${STATUS:-1}" ;;
              "compose config") echo "KC_DB_URL: jdbc:postgresql://$DATABASE:5432/keycloak" ;;
              "compose ps -q"*) echo "$NODE" ;;
              *Health.Status*) echo "$HEALTH $(grep -c Health.Status "$CALLS")" ;;
              *RestartCount*) echo 0 ;;
              *pg_dump*) printf PGDMP ;;
            esac
            """;

    @TempDir private Path folder;
    private Path calls;

    private record Outcome(int status, String said) {}

    @BeforeEach
    void engine() throws IOException {
        calls = Files.createFile(folder.resolve("calls"));
        Files.writeString(
                Files.createFile(
                        folder.resolve("docker"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxr-xr-x"))),
                ENGINE);
    }

    @Test
    @DisplayName("back up into a path with a space, for the owner's eyes only, again and again")
    void backUp() throws Exception {
        Path file = folder.resolve("a back up.dump");
        for (int i = 0; i < 2; i++) {
            assertThat(run(Map.of(), "back-up.sh", file.toString()).status()).isZero();
            assertThat(file).hasContent("PGDMP");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(left()).containsExactlyInAnyOrder("calls", "docker", "a back up.dump");
    }

    @Test
    @DisplayName("keep the last back-up, and nothing else, if the next one cannot be read")
    void brokenBackUp() throws Exception {
        Path file = Files.writeString(folder.resolve("keycloak.dump"), "the last");
        assertThat(run(Map.of("BROKEN", "pg_restore"), "back-up.sh", file.toString()).status())
                .isNotZero();
        assertThat(file).hasContent("the last");
        assertThat(left()).containsExactlyInAnyOrder("calls", "docker", "keycloak.dump");
    }

    @Test
    @DisplayName("back up and restore no database that the nodes do not use")
    void elsewhere() throws Exception {
        Path file = Files.writeString(folder.resolve("keycloak.dump"), "PGDMP");
        for (String script : List.of("back-up.sh", "restore.sh")) {
            Outcome outcome =
                    run(Map.of("DATABASE", "db.council.example"), script, file.toString());
            assertThat(outcome.status()).isNotZero();
            assertThat(outcome.said()).contains("PORTAL_DATABASE_HOST");
        }
        assertThat(Files.readString(calls)).doesNotContain("pg_dump", "dropdb", "stop");
    }

    @Test
    @DisplayName("stop no node and drop nothing in use for a back-up that cannot be restored")
    void brokenRestore() throws Exception {
        Path file = Files.writeString(folder.resolve("keycloak.dump"), "PGDMP");
        for (String broken : List.of("pg_restore", "SELECT id FROM realm")) {
            assertThat(run(Map.of("BROKEN", broken), "restore.sh", file.toString()).status())
                    .isNotZero();
        }
        assertThat(Files.readAllLines(calls))
                .noneMatch(call -> call.contains("stop") || call.endsWith(" keycloak"));
    }

    @Test
    @DisplayName("put what was restored in the place of what was there, and start both nodes")
    void restore() throws Exception {
        Path file = Files.writeString(folder.resolve("keycloak.dump"), "PGDMP");
        assertThat(run(Map.of(), "restore.sh", file.toString()).status()).isZero();
        assertThat(Files.readString(calls))
                .containsSubsequence(
                        "createdb --username=keycloak keycloak_restored",
                        "pg_restore",
                        "stop keycloak-1 keycloak-2",
                        "dropdb --username=keycloak --if-exists --force keycloak\n",
                        "RENAME TO keycloak",
                        "start keycloak-1",
                        "start keycloak-2");
    }

    @Test
    @DisplayName("do not wait for a node that is not there")
    void noNode() throws Exception {
        assertThat(run(Map.of("NODE", ""), "await.sh").said()).contains("keycloak-1 is not there");
        assertThat(run(Map.of("BROKEN", "ps"), "await.sh").said()).contains("is not there");
    }

    @Test
    @DisplayName("do not wait for a node that ends again and again")
    void restarting() throws Exception {
        assertThat(run(Map.of("HEALTH", "starting"), "await.sh").said())
                .contains("keycloak-1 does not get ready");
    }

    @Test
    @DisplayName("upgrade nothing if the new version cannot be asked, and do not say to stop all")
    void noImage() throws Exception {
        Outcome outcome = run(Map.of("BROKEN", "compose run"), "upgrade.sh");
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.said()).contains("nothing was changed");
        assertThat(Files.readString(calls)).doesNotContain("compose up");
    }

    @Test
    @DisplayName("upgrade nothing if both versions must not run at the same time")
    void incompatible() throws Exception {
        Outcome outcome = run(Map.of("BROKEN", "compose run", "STATUS", "3"), "upgrade.sh");
        assertThat(outcome.status()).isEqualTo(3);
        assertThat(Files.readString(calls)).doesNotContain("compose up");
    }

    @Test
    @DisplayName("leave the second node alone if the first does not start with the new version")
    void firstNode() throws Exception {
        assertThat(run(Map.of("BROKEN", "up -d --no-deps --no-build keycloak-1"), "upgrade.sh"))
                .extracting(Outcome::status)
                .isEqualTo(1);
        assertThat(Files.readString(calls))
                .contains("up -d --no-deps --no-build keycloak-1")
                .doesNotContain("up -d --no-deps --no-build keycloak-2");
    }

    @Test
    @DisplayName("give a command to Keycloak's command line within a node")
    void commandLine() throws Exception {
        assertThat(run(Map.of(), "kcadm.sh", "get", "realms").status()).isZero();
        assertThat(Files.readString(calls))
                .contains("-T keycloak-1 /opt/keycloak/bin/kcadm.sh get realms --config /tmp/");
    }

    private static Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private Outcome run(Map<String, String> settings, String script, String... words)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Stream.concat(
                                        Stream.of(Path.of("../docker", script).toString()),
                                        Arrays.stream(words))
                                .toList());
        Map<String, String> environment = new HashMap<>(settings);
        environment.putIfAbsent("BROKEN", "nothing is broken");
        environment.putIfAbsent("DATABASE", "postgres");
        environment.putIfAbsent("NODE", "a-node");
        environment.putIfAbsent("HEALTH", "healthy");
        environment.put("CALLS", calls.toString());
        environment.put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        return run(builder);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
