package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.RawConnection;
import org.childrensportal.servers.Production;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("containers")
@ExtendWith(Production.Provider.class)
@DisplayName("What docker-compose.production.yml starts, attacked by whoever reaches the proxy,")
class ProductionAttackIT {

    /** More than both nodes have threads to read with. */
    private static final int SLOW = 120;

    private final Production portal;

    ProductionAttackIT(Production portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2c", "H2C"})
    @DisplayName("never lets a connection become one whose requests the proxy does not see")
    void upgrade(String protocol) {
        try (RawConnection stranger = RawConnection.tls(portal.address().getPort())) {
            stranger.say(
                    "GET /realms/portal HTTP/1.1",
                    "Host: localhost",
                    "Connection: Upgrade, HTTP2-Settings",
                    "Upgrade: " + protocol,
                    "HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
                    "",
                    "");
            assertThat(stranger.head()).first().isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    @DisplayName("sends whoever comes without TLS to its own address, whichever they name")
    void otherHost() {
        try (RawConnection stranger = RawConnection.plain(portal.httpPort())) {
            stranger.say("GET /realms/portal?a=b HTTP/1.1", "Host: evil.example", "", "");
            assertThat(stranger.head())
                    .contains("location: " + portal.address() + "/realms/portal?a=b");
        }
    }

    @Test
    @DisplayName("says what its own addresses are, whichever host they name")
    void otherHostByTls() {
        try (RawConnection stranger = RawConnection.tls(portal.address().getPort())) {
            stranger.say(
                    "GET /realms/portal/account HTTP/1.1",
                    "Host: evil.example",
                    "X-Forwarded-Host: evil.example",
                    "Forwarded: host=evil.example",
                    "",
                    "");
            assertThat(String.join("\n", stranger.head())).doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @CsvSource({"5000,10", "100000,15500", "900000,15500"})
    @DisplayName("answers people while a stranger sends many forms, a letter at a time")
    void slow(int whole, int said) {
        List<RawConnection> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                strangers.add(
                        RawConnection.tls(portal.address().getPort())
                                .say(
                                        "POST /realms/portal/login-actions/registration HTTP/1.1",
                                        "Host: localhost",
                                        "Content-Type: application/x-www-form-urlencoded",
                                        "Content-Length: " + whole,
                                        "",
                                        "a".repeat(said)));
            }
            CompletableFuture<Page> page = CompletableFuture.supplyAsync(this::realm);
            Await.until(
                    "an answer while strangers go on",
                    () -> {
                        strangers.forEach(RawConnection::goOn);
                        return page.isDone();
                    });
            assertThat(page.join().status()).isEqualTo(200);
        } finally {
            strangers.forEach(RawConnection::close);
        }
    }

    private Page realm() {
        return new Browserless(portal.address()).get(portal.address() + "/realms/portal");
    }

    @Test
    @DisplayName("takes no body that is larger than any form")
    void large() {
        try (RawConnection stranger = RawConnection.tls(portal.address().getPort())) {
            stranger.say(
                    "POST /realms/portal/login-actions/registration HTTP/1.1",
                    "Host: localhost",
                    "Content-Length: 1000001",
                    "",
                    "a".repeat(20000));
            assertThat(stranger.head()).first().asString().startsWith("HTTP/1.1 413 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak-1", "keycloak-2"})
    @DisplayName("keeps little of what strangers upload, which counts for the node's memory")
    void uploads(String node) {
        assertThat(
                        shell(
                                node,
                                "head -c 80000000 /dev/zero >/tmp/upload; wc -c </tmp/upload; rm"
                                        + " /tmp/upload"))
                .asInt()
                .isBetween(1_000_000, 64 << 20);
    }

    @Test
    @DisplayName("gives a secret that it cannot read no other one's value")
    void unreadableSecret() {
        String tried =
                shell(
                        "keycloak-1",
                        "mkdir /tmp/some && echo first >/tmp/some/A && echo >/tmp/some/B && chmod 0"
                            + " /tmp/some/B;sed 's:/run/secrets:/tmp/some:;"
                            + " s:/opt/keycloak/bin/kc.sh:env:' /opt/keycloak/bin/with-secrets.sh"
                            + " >/tmp/with-some.sh;sh /tmp/with-some.sh 2>&1 || echo refused; rm"
                            + " -rf /tmp/some /tmp/with-some.sh");
        assertThat(tried).contains("/tmp/some/B is not readable", "refused").doesNotContain("B=");
    }

    private String shell(String service, String commands) {
        return portal.containers().compose("exec", "-T", service, "sh", "-c", commands);
    }
}
