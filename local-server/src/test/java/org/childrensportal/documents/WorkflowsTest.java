package org.childrensportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The gate, on this machine and on a forge,")
class WorkflowsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path GATE = ROOT.resolve(".ci/run");
    private static final Path WORKFLOWS = ROOT.resolve(".github/workflows");
    private static final Pattern COMMAND = Pattern.compile("(?m)^[^#\n]*\\./mvnw (.*)$");
    private static final Pattern ACTION = Pattern.compile("(?m)uses: (.+)$");
    private static final String PINNED = "[\\w-]+/[\\w-]+@[0-9a-f]{40} # v[0-9.]+";
    private static final String OWN = "\\./\\.github/workflows/[\\w-]+\\.yml";

    static Stream<Path> files() throws IOException {
        return Stream.concat(Stream.of(GATE), workflows());
    }

    static Stream<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("runs commands whose profiles, options, goals and tests are there")
    void commands(Path file) throws Exception {
        MavenCommands maven = MavenCommands.of(ROOT);
        assertThat(found(COMMAND, file).flatMap(command -> maven.fault(command).stream()))
                .isEmpty();
    }

    @Test
    @DisplayName("runs the README's test command first")
    void testCommand() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("| `./mvnw verify` |");
        assertThat(found(COMMAND, GATE)).first().isEqualTo("-B -ntp verify");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    @DisplayName("uses actions of others by the commit that was looked at, and its version")
    void pinned(Path file) throws IOException {
        assertThat(found(ACTION, file))
                .isNotEmpty()
                .allMatch(action -> action.matches(PINNED) || action.matches(OWN));
    }

    @Test
    @DisplayName("runs on the Keycloak that is shipped, on the oldest, and on the oldest Java")
    void matrix() throws IOException {
        Path gate = WORKFLOWS.resolve("gate.yml");
        Path pom = ROOT.resolve("pom.xml");
        Set<String> keycloaks =
                found(Pattern.compile("- keycloak: (.+)"), gate).collect(Collectors.toSet());
        assertThat(keycloaks)
                .containsExactlyInAnyOrder(
                        property("keycloak.version", pom), property("keycloak.oldest", pom));
        assertThat(found(Pattern.compile("-Dkeycloak\\.dist=(\\S+)"), gate))
                .containsExactly(property("keycloak.oldest", pom));
        assertThat(found(Pattern.compile(" java: (\\d+)"), gate))
                .contains(property("java.release", pom));
    }

    @Test
    @DisplayName("is proposed a new Keycloak for every file that names one")
    void renovated() throws IOException {
        String line =
                "ARG KEYCLOAK_IMAGE=quay.io/keycloak/keycloak:"
                        + property("keycloak.version", ROOT.resolve("pom.xml"));
        assertThat(Files.readString(ROOT.resolve("docker/Dockerfile")))
                .contains(line, "FROM ${KEYCLOAK_IMAGE}");
        assertThat(Files.readString(ROOT.resolve("renovate.json")))
                .contains("quay.io/keycloak/keycloak", "org.keycloak:**", "docker:pinDigests");
    }

    private static String property(String name, Path pom) throws IOException {
        Pattern element = Pattern.compile("<%s>(.+?)</%s>".formatted(name, name));
        Optional<String> value = found(element, pom).findFirst();
        return value.orElseThrow();
    }

    private static Stream<String> found(Pattern pattern, Path file) throws IOException {
        List<MatchResult> results = pattern.matcher(Files.readString(file)).results().toList();
        return results.stream().map(result -> result.group(1).strip());
    }
}
