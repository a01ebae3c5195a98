package org.childrensportal.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Without a server, in two databases of the tests' installation. That a change of Keycloak, of a
 * jar or of the realm leaves no template is {@code KeycloakInstallationTest}'s.
 */
@DisplayName("A template of a database")
class DatabaseTemplateIT {

    private static final String MAIL = "PORTAL_SMTP_PORT";
    private static final String APPLICATION = "PORTAL_WEB_URL";
    private static final int PORT = KeycloakServer.freePort();
    private static final int OTHER_PORT = KeycloakServer.freePort();
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    MAIL, String.valueOf(PORT),
                    APPLICATION, "http://localhost:%d/".formatted(OTHER_PORT));

    private final KeycloakInstallation installation = Portal.installation();
    private final H2Database original = new H2Database(installation, "template-original");
    private final H2Database copy = new H2Database(installation, "template-copy");

    @TempDir private Path folder;

    @BeforeEach
    void made() {
        original.execute("create table early (id int)");
        template().keep(original, ENVIRONMENT);
    }

    private DatabaseTemplate template() {
        return new DatabaseTemplate(folder, "portal-1");
    }

    @Test
    @DisplayName("is the database as it was when it was kept first, whatever came into it later")
    void early() {
        original.execute("create table late (id int)");
        template().keep(original, ENVIRONMENT);
        template().copyTo(copy, ENVIRONMENT);
        copy.execute("select * from early");
        assertThatCode(() -> copy.execute("select * from late")).hasMessageContaining("LATE");
    }

    @Test
    @DisplayName("names the ports that its server was set to, but for one that is busy now")
    void ports() throws IOException {
        assertThat(template().freePort(MAIL)).isEqualTo(PORT);
        assertThat(template().freePort(APPLICATION)).isEqualTo(OTHER_PORT);
        try (ServerSocket other = new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress())) {
            assertThat(template().freePort(MAIL)).isNotZero().isNotEqualTo(other.getLocalPort());
        }
    }

    @ParameterizedTest
    @CsvSource({"PORTAL_SMTP_PORT, 1", "PORTAL_SMTP_FROM, other@portal.example"})
    @DisplayName("is not used for a server that is set to anything else, nor after that")
    void others(String variable, String value) {
        Map<String, String> other = new HashMap<>(ENVIRONMENT);
        other.put(variable, value);
        template().copyTo(copy, other);
        assertThat(copy.file()).doesNotExist();
        template().copyTo(copy, ENVIRONMENT);
        assertThat(copy.file()).doesNotExist();
    }

    @AfterEach
    void drop() {
        original.execute("drop all objects delete files");
        copy.execute("drop all objects delete files");
    }
}
