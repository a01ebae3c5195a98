package org.childrensportal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.childrensportal.people.Chromium;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long the sign-in page takes on an old phone far from anywhere, beside that of a realm with
 * Keycloak's own theme. What it asks of the network is held by {@code WeightIT} with every build.
 */
@ExtendWith(Portal.Provider.class)
@DisplayName("The sign-in page on slow 3G with a processor four times slower")
class SlowNetworkBenchmark {

    private static final String STOCK = "stock";

    /** What people wait for without losing the thread, in milliseconds. */
    private static final double PATIENCE = 2000;

    private final Portal portal;

    SlowNetworkBenchmark(Portal portal) {
        this.portal = portal;
    }

    @BeforeEach
    void stock() {
        portal.admin().importRealm("{\"realm\": \"%s\", \"enabled\": true}".formatted(STOCK));
    }

    @Test
    @DisplayName("can be used within two seconds, and sooner than stock's")
    void usable() {
        double ours = usableAfter(portal.authorization(""));
        double stocks = usableAfter(portal.accountConsole(STOCK));
        System.out.printf("Sign-in on slow 3G, 4x slower: %.0f ms, stock %.0f ms%n", ours, stocks);
        assertThat(ours).isLessThan(PATIENCE).isLessThan(stocks);
    }

    private static double usableAfter(String address) {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.slowDown();
            browser.open(address);
            assertThat(browser.count("#username")).isOne();
            return browser.usableAfter();
        }
    }

    @AfterEach
    void asBefore() {
        portal.admin().removeRealm(STOCK);
    }
}
