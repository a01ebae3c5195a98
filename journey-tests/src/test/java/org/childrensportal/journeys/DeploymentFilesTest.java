package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The files of the deployment name the versions of the POM")
class DeploymentFilesTest {

    private static final Path TOP = Path.of("..");

    @Test
    @DisplayName("of Keycloak")
    void keycloak() throws IOException {
        assertThat(Files.readAllLines(TOP.resolve("docker/Dockerfile")))
                .filteredOn(line -> line.startsWith("ARG KEYCLOAK_VERSION"))
                .containsExactly("ARG KEYCLOAK_VERSION=" + System.getProperty("keycloak.version"));
    }

    @Test
    @DisplayName("of the Keycloak that is run at every change, and of the oldest")
    void keycloaksInWords() throws IOException {
        assertThat(Files.readString(TOP.resolve("docs/versions.md")))
                .contains("| " + System.getProperty("keycloak.version") + " | all of")
                .contains("before " + System.getProperty("keycloak.oldest") + ", and says so");
    }

    @Test
    @DisplayName("of PostgreSQL, the first number of that which the tests run on")
    void postgres() throws IOException {
        String version = System.getProperty("postgres.version");
        String first = version.substring(0, version.indexOf('.'));
        assertThat(Files.readAllLines(TOP.resolve("docker-compose.yml")))
                .filteredOn(line -> line.contains("image: postgres:"))
                .singleElement()
                .asString()
                .contains("image: postgres:" + first + "-");
    }
}
