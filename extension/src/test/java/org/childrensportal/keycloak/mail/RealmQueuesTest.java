package org.childrensportal.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The queues of several realms")
class RealmQueuesTest {

    private static final int PLACES = 3;

    private static RealmQueues queues() {
        return new RealmQueues(
                new WorkQueue.Settings(
                        PLACES,
                        1,
                        Duration.ofMillis(1),
                        Duration.ofMillis(5),
                        Duration.ofSeconds(10)));
    }

    @Test
    @DisplayName("have room each, and threads: one that is full and hangs delays no other")
    void apart() throws InterruptedException {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (RealmQueues queues = queues()) {
            for (int number = 0; number < PLACES; number++) {
                queues.reserve("one").orElseThrow().begin(() -> await(mayEnd));
            }
            assertThat(queues.reserve("one")).isEmpty();
            queues.reserve("other").orElseThrow().begin(done::countDown);
            assertThat(done.await(3, TimeUnit.MINUTES)).isTrue();
            mayEnd.countDown();
        }
    }

    @Test
    @DisplayName("finish what they have accepted, and accept no more, once they are closed")
    void closed() {
        CountDownLatch done = new CountDownLatch(2);
        RealmQueues queues = queues();
        queues.reserve("one").orElseThrow().begin(done::countDown);
        queues.reserve("other").orElseThrow().begin(done::countDown);
        queues.close();
        assertThat(done.getCount()).isZero();
        assertThat(queues.reserve("one")).isEmpty();
        assertThat(queues.reserve("third")).isEmpty();
    }

    @Test
    @DisplayName("begin what a removed realm has left, and keep nothing else of it")
    void forgotten() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (RealmQueues queues = queues()) {
            WorkQueue.Place place = queues.reserve("one").orElseThrow();
            queues.forget("one");
            place.begin(done::countDown);
            assertThat(done.await(3, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
