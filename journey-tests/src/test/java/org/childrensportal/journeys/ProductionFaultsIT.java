package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Await;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Production;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("containers")
@ExtendWith(Production.Provider.class)
@DisplayName("What docker-compose.production.yml starts, when something goes wrong,")
class ProductionFaultsIT {

    private static final String KILL =
            "for p in /proc/[0-9]*; do [ \"$(cat $p/comm)\" != java ] || kill -9 ${p#/proc/}; done";

    private final Production portal;
    private final WholeJourney people;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    ProductionFaultsIT(Production portal) {
        this.portal = portal;
        people = new WholeJourney(portal.address(), Production.CALLBACK, portal::codeFor);
    }

    @Test
    @DisplayName("lets people go on when a node is killed, and starts that one again")
    void killed() {
        Page page = Registration.codePage(portal, address);
        String before = restarts("keycloak-1");
        portal.containers().compose("exec", "-T", "-d", "keycloak-1", "sh", "-c", KILL);
        Await.until("the node is gone", () -> !restarts("keycloak-1").equals(before));
        Page next = page.submit(Map.of("code", portal.codeFor(address)));
        assertThat(next.address().toString()).startsWith(Production.CALLBACK + "?");
        portal.await();
    }

    @Test
    @DisplayName("goes on by itself when the database was started again")
    void database() {
        people.register(address);
        portal.containers().compose("restart", "postgres");
        Await.until("a page to sign in", () -> portal.signIn().status() == 200);
        portal.await();
        assertThat(people.signIn(address).toJSONObject()).containsEntry("email", address);
    }

    @Test
    @DisplayName("has lost nothing, and goes on, when a back-up cannot be restored")
    void brokenBackUp(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keycloak.dump");
        portal.backUp(file);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        people.register(address);
        List<String> before = started();

        assertThatThrownBy(() -> portal.restore(file)).isInstanceOf(IllegalStateException.class);

        assertThat(people.signIn(address).toJSONObject()).containsEntry("email", address);
        assertThat(started()).isEqualTo(before);
    }

    private List<String> started() {
        return List.of(inspect("keycloak-1", "StartedAt"), inspect("keycloak-2", "StartedAt"));
    }

    private String restarts(String service) {
        return portal.containers().inspect(service, "{{.RestartCount}}");
    }

    private String inspect(String service, String state) {
        return portal.containers().inspect(service, "{{.State." + state + "}}");
    }
}
