package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.servers.Cluster;
import org.childrensportal.servers.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("nodes")
@ExtendWith(Cluster.Provider.class)
@DisplayName("Attacks on the code, on two nodes over PostgreSQL")
class CodeRacesOnTwoNodesIT extends CodeRaces {

    private final Cluster cluster;

    CodeRacesOnTwoNodesIT(Cluster cluster) {
        super(cluster);
        this.cluster = cluster;
    }

    @Test
    @DisplayName(
            "No more than five guesses are compared while a node is killed, and while it joins")
    void killedAndJoining() {
        leavingAndJoining(Node::kill);
    }

    @Test
    @DisplayName(
            "No more than five guesses are compared while a node is stopped, and while it joins")
    void stoppedAndJoining() {
        leavingAndJoining(Node::stop);
    }

    private void leavingAndJoining(Consumer<Node> leave) {
        Node second = cluster.nodes().get(1);
        List<Page> pages = signIns();
        long before = compared();
        Crowd.atOnce(wrongGuesses(pages), () -> leave.accept(second));
        cluster.route(cluster.nodes().get(0));
        Crowd.atOnce(wrongGuesses(pages));
        assertComparedAtMostFive(before);
        Crowd.atOnce(wrongGuesses(pages), second::start);
        cluster.routeToAll();
        Crowd.atOnce(wrongGuesses(pages));
        assertThat(pages.get(0).submit(Map.of("code", cluster.codeFor(address()))).errors())
                .containsExactly(
                        "The code has been entered wrongly too many times. Ask for a new code.");
        assertComparedAtMostFive(before);
    }

    /** A guess is counted first: a node that ends in between compares one less. */
    private void assertComparedAtMostFive(long before) {
        assertThat(compared() - before).isBetween(1L, 5L);
    }

    /** Slow: whoever waits for a row that the hanging node has locked waits until it is freed. */
    @Test
    @Tag("slow")
    @DisplayName("No more than five guesses are compared while a node hangs and when it goes on")
    void hanging() {
        Node second = cluster.nodes().get(1);
        List<Page> pages = signIns();
        // Fewer than elsewhere: each may wait for the node that hangs, for many seconds.
        List<Callable<Page>> guesses = wrongGuesses(pages).subList(0, pages.size());
        long before = compared();
        Crowd.atOnce(
                guesses,
                () -> {
                    second.pause();
                    cluster.route(cluster.nodes().get(0));
                    Crowd.atOnce(guesses);
                    second.resume();
                });
        cluster.routeToAll();
        Crowd.atOnce(guesses);
        assertThat(compared() - before).isEqualTo(5);
    }

    @AfterEach
    void asBefore() {
        cluster.awaitWhole();
    }
}
