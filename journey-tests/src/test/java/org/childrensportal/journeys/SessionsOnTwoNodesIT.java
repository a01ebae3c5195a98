package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Cluster;
import org.childrensportal.servers.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("nodes")
@ExtendWith(Cluster.Provider.class)
@DisplayName("Where somebody is signed in, on two nodes")
class SessionsOnTwoNodesIT {

    private static final String ACTION = "&kc_action=portal-sessions";

    private final Cluster cluster;
    private final AdminConsole admin;
    private final String address = "sessions-" + UUID.randomUUID() + "@example.com";
    private String id;

    SessionsOnTwoNodesIT(Cluster cluster) {
        this.cluster = cluster;
        this.admin = cluster.admin();
    }

    private void confirmed() {
        id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
    }

    private Browserless signedInAt(Node node) {
        cluster.route(node);
        Browserless browser = cluster.browser();
        assertThat(Registration.signIn(cluster, browser, address).address()).hasParameter("code");
        return browser;
    }

    private boolean isSignedInAt(Node node, Browserless browser) {
        cluster.route(node);
        return cluster.signIn(browser).address().toString().contains("code=");
    }

    @Test
    @DisplayName("is ended at one node, and is ended at the other at once")
    void ended() {
        confirmed();
        Node first = cluster.nodes().get(0);
        Node second = cluster.nodes().get(1);
        Browserless there = signedInAt(second);
        Browserless here = signedInAt(first);
        assertThat(isSignedInAt(second, there)).isTrue();
        cluster.route(first);
        here.get(cluster.authorization(ACTION)).send(Map.of("end-others", "true"));
        assertThat(isSignedInAt(second, there)).isFalse();
        assertThat(isSignedInAt(second, here)).isTrue();
        assertThat(isSignedInAt(first, here)).isTrue();
    }

    @Test
    @DisplayName("is ended from both nodes at the same moment, and every page is a page")
    void endedAtOnce() {
        confirmed();
        Browserless here = signedInAt(cluster.nodes().get(0));
        List<Browserless> others = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            others.add(signedInAt(cluster.nodes().get(number % 2)));
        }
        cluster.routeToAll();
        Page page = here.get(cluster.authorization(ACTION));
        Callable<Page> press = () -> page.send(Map.of("end-others", "true"));
        assertThat(Crowd.atOnce(List.of(press, press, press, press)))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(others).noneMatch(other -> isSignedInAt(cluster.nodes().get(1), other));
        assertThat(isSignedInAt(cluster.nodes().get(1), here)).isTrue();
    }

    @AfterEach
    void asBefore() {
        cluster.routeToAll();
    }
}
