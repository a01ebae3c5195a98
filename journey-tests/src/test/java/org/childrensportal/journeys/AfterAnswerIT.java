package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.RelyingApplication;
import org.childrensportal.local.RelyingParty;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Deployment;
import org.childrensportal.servers.FaultyMailServer;
import org.childrensportal.servers.FaultyMailServer.Fault;
import org.childrensportal.servers.Mailbox;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * On a server of its own, which is set to keep little and is told to end. It is told so last, which
 * saves a start: whoever finds none that runs starts another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Mail that goes out after the page was answered")
class AfterAnswerIT {

    private static final int PLACES = 8;
    private static final int THREADS = 4;
    private static final int WAITING = 2;

    /** Longer than a busy machine takes. */
    private static final int DRAIN_SECONDS = 120;

    private final Mailbox mail = new Mailbox();
    private final int port = KeycloakServer.freePort();
    private final URI issuer = URI.create("http://localhost:" + port + "/realms/portal");
    private final RelyingApplication application = RelyingApplication.start(0, issuer);
    private final URI callback = application.address().resolve("callback");
    private final RelyingParty party = new RelyingParty(issuer, callback);
    private Optional<KeycloakServer> started = Optional.empty();
    private KeycloakServer server;
    private AdminConsole admin;

    @BeforeEach
    void running() {
        if (started.isEmpty()) {
            start();
        }
    }

    private void start() {
        Map<String, String> environment = new HashMap<>(Deployment.environment(mail));
        environment.put(
                "KC_DB_URL", "jdbc:h2:mem:ending;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
        environment.put("KC_SPI_PORTAL_AFTER_ANSWER__DEFAULT__PLACES", String.valueOf(PLACES));
        environment.put("KC_SPI_PORTAL_AFTER_ANSWER__DEFAULT__THREADS", String.valueOf(THREADS));
        environment.put(
                "KC_SPI_PORTAL_AFTER_ANSWER__DEFAULT__DRAIN_SECONDS",
                String.valueOf(DRAIN_SECONDS));
        environment.put("PORTAL_WEB_URL", application.address().toString());
        environment.put("PORTAL_WEB_REDIRECT_URI", callback.toString());
        server = KeycloakServer.start(Portal.installation(), port, environment);
        started = Optional.of(server);
        admin = new AdminConsole(server.address());
    }

    @Test
    @DisplayName("When too much waits, more is dropped, with an error in the log and an event")
    void full() throws IOException {
        try (FaultyMailServer silent = new FaultyMailServer(Fault.SILENT)) {
            admin.realm().sendMailTo(silent.port(), Duration.ofMinutes(5));
            for (int person = 0; person < PLACES; person++) {
                askFor(owner("waiting-" + person));
            }
            Page page = askFor("nobody@example.com");
            assertThat(page.document().select(".portal-success").text())
                    .contains("If there is an account for this email address");
            assertThat(admin.history().everyEvent())
                    .contains("portal_after_answer_full")
                    .doesNotContain("nobody@example.com");
            assertThat(Files.readString(server.log()))
                    .contains("Too much work waits to be done after an answer");
            Await.until("as many as may are sent", () -> silent.hanging() == THREADS);
            assertThat(silent.connections()).isEqualTo(THREADS);
            silent.become(Fault.NONE);
            Await.until("there is room again", () -> isAskedInTime("later@example.com"));
        }
        admin.realm().sendMailTo(mail.port(), Duration.ofSeconds(10));
    }

    private boolean isAskedInTime(String address) {
        askFor(address);
        return admin.history().everyEvent().contains(address);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("When the server is told to end, it sends what waits first")
    void ended() throws IOException {
        List<String> owners =
                IntStream.range(0, THREADS + WAITING)
                        .mapToObj(person -> owner("last-" + person))
                        .toList();
        try (FaultyMailServer hesitant = new FaultyMailServer(Fault.HESITANT)) {
            admin.realm().sendMailTo(hesitant.port(), Duration.ofMinutes(5));
            owners.forEach(this::askFor);
            Await.until("as many as may are sent", () -> hesitant.hanging() == THREADS);
            List<ProcessHandle> processes = server.processes();
            processes.forEach(ProcessHandle::destroy);
            hesitant.become(Fault.NONE);
            processes.forEach(process -> process.onExit().join());
            started = Optional.empty();
            assertThat(owners).allSatisfy(owner -> assertThat(hesitant.mails(owner)).hasSize(1));
        }
        assertThat(Files.readString(server.log()))
                .doesNotContain("work after an answer are dropped");
    }

    private String owner(String name) {
        String address = name + "@example.com";
        admin.people()
                .setEmailVerified(admin.people().createUser(address, Registration.PASSWORD), true);
        return address;
    }

    private Page askFor(String address) {
        Page page =
                new Browserless(server.address())
                        .get(party.authorizationRequest().toString())
                        .follow("a[href*=reset-credentials]")
                        .submit(Map.of("username", address));
        assertThat(page.status()).isEqualTo(200);
        return page;
    }

    @AfterAll
    void stop() {
        started.ifPresent(KeycloakServer::close);
        application.close();
        mail.close();
    }
}
