package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Cluster;
import org.childrensportal.servers.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Nodes and the database fail in the middle of each step; three people are under way. */
abstract class NodeFaults {

    private static final int SERVER_ERROR = 500;

    private final Cluster cluster;
    private final Node first;
    private final Node second;
    private final String address = "node-" + UUID.randomUUID() + "@example.com";

    NodeFaults(Cluster cluster) {
        this.cluster = cluster;
        this.first = cluster.nodes().get(0);
        this.second = cluster.nodes().get(1);
    }

    /** Three people, each on another page. */
    record People(Page details, Page account, Page code) {}

    private People people() {
        return new People(
                Registration.detailsPage(cluster),
                Registration.accountPage(cluster),
                Registration.codePage(cluster, "code-" + address));
    }

    private void allFinish(People people) {
        finishDetails(people.details(), "details-" + address);
        finishAccount(people.account(), "account-" + address);
        finishCode(people.code(), "code-" + address);
    }

    private void finishDetails(Page page, String theirs) {
        Page next = patiently(() -> page.submit(Registration.PUBLIC));
        assertThat(next.heading()).isEqualTo("Your account");
        finishAccount(next, theirs);
    }

    private void finishAccount(Page page, String theirs) {
        Page next = patiently(() -> page.submit(Registration.account(theirs)));
        if (!isCodePage(next)) {
            next = afterFault(page.browser(), theirs);
        }
        assertThat(next.heading()).isEqualTo("Confirm your email");
        finishCode(next, theirs);
    }

    /**
     * The form failed half way and was sent again: Keycloak knows that the page was sent, and the
     * account was made or not. The person signs in, or registers again, and begins anew whenever
     * that meets a fault: each connection to the database that was cut fails one request.
     */
    private Page afterFault(Browserless browser, String theirs) {
        return patiently(
                () -> {
                    Page signedIn = Registration.signIn(cluster, browser, theirs);
                    return isCodePage(signedIn) || signedIn.status() >= SERVER_ERROR
                            ? signedIn
                            : registerAgain(browser, theirs);
                });
    }

    private Page registerAgain(Browserless browser, String theirs) {
        Page details = startAgainIn(browser).submit(Registration.PUBLIC);
        return details.status() >= SERVER_ERROR
                ? details
                : details.submit(Registration.account(theirs));
    }

    private static boolean isCodePage(Page page) {
        return page.heading().equals("Confirm your email");
    }

    private void finishCode(Page page, String theirs) {
        Page next = patiently(() -> page.submit(Map.of("code", cluster.codeFor(theirs))));
        assertThat(next.address()).hasParameter("code");
    }

    /**
     * Tries again as a person does who meets an error page, which must be one of ours. Keycloak
     * answers with nothing at all when a cluster's time-out strikes as it commits: what the browser
     * says then is the browser's own.
     */
    private static Page patiently(Supplier<Page> deed) {
        return Await.value(
                "an answer",
                deed,
                page -> {
                    if (page.status() < SERVER_ERROR) {
                        return true;
                    }
                    if (!page.html().isEmpty()) {
                        assertOurs(page);
                    }
                    return false;
                });
    }

    private static String styleSheet(Page page) {
        return page.document().select("link[rel=stylesheet]").first().absUrl("href");
    }

    private static void assertOurs(Page page) {
        assertThat(page.document().select(".portal-header"))
                .as("%d %s %s", page.status(), page.address(), page.html())
                .isNotEmpty();
        assertThat(page.document().select("main a, main button")).as(page.html()).isNotEmpty();
    }

    @Test
    @DisplayName("The node that served the last page is killed: people go on at the other")
    void killed() {
        cluster.route(second);
        People people = people();
        second.kill();
        cluster.route(first);
        allFinish(people);
        second.start();
    }

    @Test
    @DisplayName("The node that served the last page hangs: people go on at the other")
    void hanging() {
        cluster.route(second);
        People people = people();
        second.pause();
        cluster.route(first);
        try {
            allFinish(people);
        } finally {
            second.resume();
        }
    }

    @Test
    @DisplayName("The database is stopped and started: people meet our page, and then go on")
    void database() {
        People people = people();
        Page down;
        cluster.database().stop();
        try {
            assertOurs(people.details().submit(Registration.PUBLIC));
            assertOurs(people.account().submit(Registration.account("account-" + address)));
            down = people.code().submit(Map.of("code", "12345678"));
            assertOurs(down);
        } finally {
            cluster.database().start();
        }
        allFinish(people);
        assertThat(cluster.browser().get(styleSheet(down)).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("All nodes are restarted: people go on, or start again with what they have")
    void allRestarted() {
        People people = people();
        int mails = cluster.mail().countFor("code-" + address);
        cluster.restart();
        afterRestart(people);
        // Whoever had come to the code page has not lost it: the same code works.
        assertThat(cluster.mail().countFor("code-" + address)).isEqualTo(mails);
    }

    /** What the three find when they go on. */
    abstract void afterRestart(People people);

    /** Nothing was kept of the journeys: each person is told so and starts again. */
    final void startAgain(People people) {
        told(people.details().submit(Registration.PUBLIC));
        told(people.account().submit(Registration.account("account-" + address)));
        told(people.code().submit(Map.of("code", cluster.codeFor("code-" + address))));
        finishDetails(startAgainIn(people.details().browser()), "details-" + address);
        finishDetails(startAgainIn(people.account().browser()), "account-" + address);
        Page signedIn = Registration.signIn(cluster, people.code().browser(), "code-" + address);
        finishCode(signedIn, "code-" + address);
    }

    private Page startAgainIn(Browserless browser) {
        return cluster.signIn(browser).follow("a[href*=registration]");
    }

    private static void told(Page page) {
        assertThat(page.status()).isLessThan(500);
        assertOurs(page);
    }

    /** Everything was kept: they go on as if nothing had happened. */
    final void goOn(People people) {
        allFinish(people);
    }

    /** A node that has come back joins the others before the next test. */
    @AfterEach
    void asBefore() {
        for (Node node : cluster.nodes()) {
            cluster.route(node);
            patiently(() -> cluster.signIn());
        }
        cluster.awaitWhole();
        cluster.routeToAll();
    }
}
