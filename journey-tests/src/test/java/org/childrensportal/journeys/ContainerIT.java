package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.childrensportal.local.MailCatcher;
import org.childrensportal.people.Browserless;
import org.childrensportal.servers.Engine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.images.PullPolicy;

@Tag("containers")
@DisplayName("The image of docker/Dockerfile, with PostgreSQL")
class ContainerIT {

    private static final String MACHINE = "host.docker.internal";
    private static final Duration A_BUSY_MACHINE = Duration.ofMinutes(10);
    private static final URI CALLBACK = URI.create("http://localhost:8081/callback");

    @BeforeAll
    static void engine() {
        Engine.running();
    }

    @Test
    @DisplayName("lets a professional register, confirm and sign in")
    void registers() throws IOException, SQLException {
        try (EmbeddedPostgres database = postgres();
                MailCatcher mail = MailCatcher.startForContainers();
                KeycloakContainer keycloak = keycloak(database.getPort(), mail.port())) {
            keycloak.start();
            URI server = URI.create(keycloak.getAuthServerUrl());
            String address = "person-" + UUID.randomUUID() + "@example.com";
            var claims =
                    new WholeJourney(
                                    server,
                                    CALLBACK,
                                    to -> MailCatcher.code(mail.mails().get(0)).orElseThrow())
                            .register(address);

            assertThat(claims.toJSONObject())
                    .containsEntry("email", address)
                    .containsEntry("email_verified", true)
                    .containsEntry("job_role", "Teacher");
            assertThat(new Browserless(server).get(server.toString()).heading())
                    .isEqualTo("Welcome to the Children's Services Portal");
        }
    }

    private static KeycloakContainer keycloak(int databasePort, int mailPort) {
        return new KeycloakContainer(Engine.IMAGE)
                .withImagePullPolicy(PullPolicy.defaultPolicy())
                .withExtraHost(MACHINE, "host-gateway")
                .withProductionMode()
                .withOptimizedFlag()
                .withStartupTimeout(A_BUSY_MACHINE)
                .withEnv("JAVA_OPTS_APPEND", Engine.SHORT_LIVED)
                .withEnv("KC_HTTP_ENABLED", "true")
                .withEnv("KC_HOSTNAME_STRICT", "false")
                .withEnv(
                        "KC_DB_URL",
                        "jdbc:postgresql://" + MACHINE + ":" + databasePort + "/postgres")
                .withEnv("KC_DB_USERNAME", "postgres")
                .withEnv("KC_DB_PASSWORD", "postgres")
                .withEnv("PORTAL_SMTP_HOST", MACHINE)
                .withEnv("PORTAL_SMTP_PORT", String.valueOf(mailPort));
    }

    /** A database on this machine that containers reach too. */
    private static EmbeddedPostgres postgres() throws IOException, SQLException {
        EmbeddedPostgres database =
                EmbeddedPostgres.builder().setServerConfig("listen_addresses", "*").start();
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet file = statement.executeQuery("show hba_file")) {
                file.next();
                Files.writeString(
                        Path.of(file.getString(1)),
                        "host all all 172.16.0.0/12 trust\n",
                        StandardOpenOption.APPEND);
            }
            statement.execute("select pg_reload_conf()");
        }
        return database;
    }
}
