package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.childrensportal.servers.Mailbox;
import org.childrensportal.servers.Portal;
import org.childrensportal.servers.StockServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A realm that did not ask for the portal is as on a server without it")
class StockRealmIT {

    private final Portal portal;
    private Map<String, String> without;
    private Map<String, String> with;

    StockRealmIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeAll
    void play() {
        try (Mailbox mail = new Mailbox();
                StockServer stock = new StockServer(mail)) {
            without = new StockRealm(stock.address(), mail, stock::export).play();
        }
        try (Mailbox mail = new Mailbox()) {
            with = new StockRealm(portal.address(), mail, portal::export).play();
        }
    }

    @TestFactory
    @DisplayName("when somebody does the same on both")
    Stream<DynamicTest> same() {
        return without.keySet().stream()
                .map(
                        deed ->
                                DynamicTest.dynamicTest(
                                        deed,
                                        () ->
                                                assertThat(with.get(deed))
                                                        .isEqualTo(without.get(deed))));
    }

    @Test
    @DisplayName("and something was done: people signed in, were refused, got mail and passwords")
    void done() {
        assertThat(without.get("sign-in right")).startsWith("1 hashes, 0 mails");
        assertThat(without.get("reset 3")).startsWith("0 hashes, 1 mails");
        assertThat(without.get("update 1")).contains("code=ANY");
        assertThat(without.get("events")).contains("UPDATE_PASSWORD", "UPDATE_PASSWORD_ERROR");
        assertThat(with).hasSameSizeAs(without);
    }
}
