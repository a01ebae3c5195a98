package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Engine;
import org.childrensportal.servers.Production;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("containers")
@ExtendWith(Production.Provider.class)
@DisplayName("What docker-compose.production.yml starts")
class ProductionIT {

    /** What the portal may add to Keycloak's image, in bytes. */
    private static final long ADDED = 40_000_000;

    private static final String COMMAND_LINES = "cat /proc/[0-9]*/cmdline 2>/dev/null || true";

    private final Production portal;
    private final WholeJourney people;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    ProductionIT(Production portal) {
        this.portal = portal;
        people = new WholeJourney(portal.address(), Production.CALLBACK, portal::codeFor);
    }

    @Test
    @DisplayName("lets a professional register, confirm and sign in, by TLS")
    void registers() {
        assertThat(people.register(address).toJSONObject())
                .containsEntry("email", address)
                .containsEntry("email_verified", true)
                .containsEntry("iss", portal.address() + "/realms/portal");
        assertThat(people.signIn(address).toJSONObject()).containsEntry("email", address);
        assertThat(portal.mail().newestHtmlFor(address)).doesNotContain("http://");
    }

    @Test
    @DisplayName("takes people's addresses from the proxy, whatever they say of it themselves")
    void forgedAddress() {
        portal.limitNetwork(1);
        try {
            // Each browser says that it is forwarded for another address.
            Registration.codePage(portal, "first-" + address);
            Page second = Registration.codePage(portal, address);
            assertThat(second.html()).contains("from your network");
            assertThat(portal.mail().countFor(address)).isZero();
            assertThat(portal.admin().history().everyEvent())
                    .contains("\"ipAddress\":\"172.31.250.1\"")
                    .doesNotContain("\"ipAddress\":\"10.");
        } finally {
            portal.limitNetwork(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/",
                "/admin/master/console/",
                "/%61dmin/master/console/",
                "/realms/master/protocol/openid-connect/token",
                "/realms/Master",
                "/realms/portal/%2e%2e/master",
                "/realms/portal/..;/master",
                "/metrics",
                "/health"
            })
    @DisplayName("shows people nothing of its administration")
    void hidden(String path) {
        Page page = new Browserless(portal.address()).get(portal.address() + path);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html()).doesNotContain("eycloak");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak-1", "keycloak-2", "proxy", "postgres"})
    @DisplayName("runs as nobody in particular, may do nothing in particular, and is watched")
    void hardened(String service) {
        assertThat(inspect(service, "{{.HostConfig.ReadonlyRootfs}}")).isEqualTo("true");
        assertThat(inspect(service, "{{.HostConfig.CapDrop}}")).isEqualTo("[ALL]");
        assertThat(inspect(service, "{{.HostConfig.CapAdd}}")).isEqualTo("[]");
        assertThat(inspect(service, "{{.HostConfig.Privileged}}")).isEqualTo("false");
        assertThat(inspect(service, "{{.HostConfig.SecurityOpt}}")).contains("no-new-privileges");
        assertThat(inspect(service, "{{.Config.User}}")).isNotEmpty().isNotIn("0", "root");
        assertThat(Long.parseLong(inspect(service, "{{.HostConfig.Memory}}"))).isPositive();
        assertThat(Long.parseLong(inspect(service, "{{.HostConfig.PidsLimit}}"))).isPositive();
        assertThat(inspect(service, "{{.HostConfig.RestartPolicy.Name}}"))
                .isEqualTo("unless-stopped");
        assertThat(inspect(service, "{{.State.Health.Status}}")).isEqualTo("healthy");
        assertThat(portal.containers().compose("exec", "-T", service, "id", "-u"))
                .isNotEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak-1", "keycloak-2", "proxy", "postgres"})
    @DisplayName("has its secrets in no command line, and in nothing that the engine tells")
    void secrets(String service) {
        String id = portal.containers().compose("ps", "-q", service);
        assertThat(portal.containers().compose("exec", "-T", service, "sh", "-c", COMMAND_LINES))
                .isNotEmpty()
                .doesNotContain(Production.SECRET);
        assertThat(Engine.running().docker("inspect", id)).doesNotContain(Production.SECRET);
        assertThat(portal.containers().compose("logs", "--no-color", service))
                .doesNotContain(Production.SECRET);
    }

    @Test
    @DisplayName("has Keycloak's command line within a node, for the commands of the documents")
    void commandLine() {
        portal.kcadm(
                "config",
                "credentials",
                "--server",
                "http://localhost:8080",
                "--realm",
                "master",
                "--user",
                "admin",
                "--password",
                "admin");
        assertThat(portal.kcadm("get", "portal/check", "-r", "portal"))
                .contains("\"missing\" : [ ]", "\"stopsRegistration\" : [ ]");
    }

    @Test
    @DisplayName("logs addresses of pages at the proxy without codes and links' keys")
    void proxyLog() {
        people.register(address);
        assertThat(portal.containers().compose("logs", "--no-color", "proxy"))
                .contains(" POST /realms/portal/login-actions/")
                .doesNotContain("?")
                .doesNotContain("session_code");
    }

    @Test
    @DisplayName("is backed up, and restored into an empty database; meanwhile people are told")
    void backUp(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keycloak.dump");
        people.register(address);
        portal.backUp(file);
        people.register("later-" + address);

        CompletableFuture<Void> restoring = CompletableFuture.runAsync(() -> portal.restore(file));
        Page meanwhile = Await.value("a page while no node runs", this::home, this::isUnavailable);
        assertThat(meanwhile.heading()).isEqualTo("The service is not available just now");
        restoring.join();

        assertThat(people.signIn(address).toJSONObject()).containsEntry("email", address);
        assertThat(people.trySignIn("later-" + address).errors()).isNotEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private Page home() {
        return portal.browser().get(portal.address() + "/");
    }

    private boolean isUnavailable(Page page) {
        return page.status() == 503;
    }

    @Test
    @DisplayName("adds a few megabytes to Keycloak's image")
    void size() {
        long whole = size(Engine.IMAGE);
        long added = whole - size(Engine.running().baseImage());
        System.out.printf("The image has %,d bytes, %,d of them ours.%n", whole, added);
        assertThat(added).isBetween(0L, ADDED);
    }

    private static long size(String image) {
        return Long.parseLong(
                Engine.running().docker("image", "inspect", "--format", "{{.Size}}", image));
    }

    private String inspect(String service, String template) {
        return portal.containers().inspect(service, template);
    }
}
