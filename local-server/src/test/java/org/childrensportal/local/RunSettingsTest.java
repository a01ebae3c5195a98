package org.childrensportal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The settings of the run command")
class RunSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PORTAL_HTTP_PORT", "PORTAL_SMTP_PORT"})
    @DisplayName("name a busy port, and the setting to change")
    void busyPort(String setting) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> environment = new HashMap<>(free());
            environment.put(setting, String.valueOf(other.getLocalPort()));
            assertThatThrownBy(() -> read(environment))
                    .hasMessageContaining("Port " + other.getLocalPort() + " is busy")
                    .hasMessageContaining(setting);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "http", "-1", "123456"})
    @DisplayName("refuse what is no port, and say what is")
    void noPort(String value) {
        assertThatThrownBy(() -> read(Map.of("PORTAL_HTTP_PORT", value)))
                .hasMessage(
                        "PORTAL_HTTP_PORT is not a port: \"%s\". A port is a number from 1 to 65535."
                                .formatted(value));
    }

    @Test
    @DisplayName("use the ports of the last run again, so that its database can be kept")
    void portsOfTheLastRun() {
        RunSettings first = read(free());
        RunSettings second = RunSettings.read(free(), first.forKeycloak());
        assertThat(second.forKeycloak()).isEqualTo(first.forKeycloak());
    }

    @Test
    @DisplayName("use another port for mail if the last run's is busy now")
    void lastRunsPortIsBusy() throws IOException {
        RunSettings first = read(free());
        try (ServerSocket other =
                new ServerSocket(first.smtpPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(RunSettings.read(free(), first.forKeycloak()).smtpPort())
                    .isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    @DisplayName("are those of production unless PORTAL_DEV is true")
    void production() {
        assertThat(read(free()).optionsForKeycloak()).containsExactly("--cache=local");
        Map<String, String> environment = new HashMap<>(free());
        environment.put("PORTAL_DEV", "true");
        assertThatThrownBy(() -> read(environment)).hasMessageContaining("./mvnw -Prun");
    }

    @ParameterizedTest
    @CsvSource({"PORTAL_HTTP_PORT, http", "PORTAL_SMTP_PORT, 0"})
    @DisplayName("are looked at by the file as Maven runs it, before anything is built")
    void asMavenRunsIt(String setting, String value, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path refused = folder.resolve("target/unmet-needs");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "src/main/java/org/childrensportal/local/WantedPort.java",
                                refused.toString())
                        .redirectErrorStream(true);
        builder.environment().putAll(free());
        builder.environment().put(setting, value);
        Process process = builder.start();
        assertThat(process.inputReader().lines())
                .contains(
                        "%s is not a port: \"%s\". A port is a number from 1 to 65535."
                                .formatted(setting, value));
        assertThat(process.waitFor()).isZero();
        assertThat(refused).exists();
    }

    private static Map<String, String> free() {
        return Map.of("PORTAL_HTTP_PORT", String.valueOf(KeycloakServer.freePort()));
    }

    private static RunSettings read(Map<String, String> environment) {
        return RunSettings.read(environment, Map.of());
    }
}
