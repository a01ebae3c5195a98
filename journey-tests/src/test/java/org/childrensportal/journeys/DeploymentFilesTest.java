package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The files of the deployment name the versions of the POM")
class DeploymentFilesTest {

    private static final Path TOP = Path.of("..");

    /** Once a registry could be asked for it. */
    private static final String DIGEST = "(@sha256:[0-9a-f]{64})?";

    private static final Pattern SETTING = Pattern.compile("\\$\\{(PORTAL_\\w+)");

    @Test
    @DisplayName("of Keycloak")
    void keycloak() throws IOException {
        assertThat(Files.readAllLines(TOP.resolve("docker/Dockerfile")))
                .filteredOn(line -> line.startsWith("ARG KEYCLOAK_IMAGE"))
                .singleElement()
                .asString()
                .matches(
                        "ARG KEYCLOAK_IMAGE=quay\\.io/keycloak/keycloak:"
                                + Pattern.quote(System.getProperty("keycloak.version"))
                                + DIGEST);
    }

    @Test
    @DisplayName("of the Keycloak that is run at every change, and of the oldest")
    void keycloaksInWords() throws IOException {
        assertThat(Files.readString(TOP.resolve("docs/versions.md")))
                .contains("| " + System.getProperty("keycloak.version") + " | all of")
                .contains("before " + System.getProperty("keycloak.oldest") + ", and says so");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker-compose.yml", "docker-compose.production.yml"})
    @DisplayName("of PostgreSQL, the first number of that which the tests run on")
    void postgres(String file) throws IOException {
        String version = System.getProperty("postgres.version");
        String first = version.substring(0, version.indexOf('.'));
        assertThat(Files.readAllLines(TOP.resolve(file)))
                .filteredOn(line -> line.contains("image: postgres:"))
                .singleElement()
                .asString()
                .contains("image: postgres:" + first + "-");
    }

    @Test
    @DisplayName("and that for production has every setting that the realm takes from outside")
    void settings() throws IOException {
        Path realm = TOP.resolve("realm-config/src/main/resources/portal-realm.json");
        assertThat(SETTING.matcher(Files.readString(realm)).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(8)
                .allMatch(Files.readString(TOP.resolve("docker-compose.production.yml"))::contains);
    }
}
