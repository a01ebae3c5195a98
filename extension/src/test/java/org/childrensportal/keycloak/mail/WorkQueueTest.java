package org.childrensportal.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Work after an answer")
class WorkQueueTest {

    private static final int PLACES = 10;

    private static WorkQueue queue(Duration patience) {
        return new WorkQueue(
                new WorkQueue.Settings(
                        PLACES, 2, Duration.ofMillis(1), Duration.ofMillis(20), patience));
    }

    @Test
    @DisplayName("has so many places and no more, and one is free again when its work is done")
    void places() throws InterruptedException {
        Semaphore mayEnd = new Semaphore(0);
        CountDownLatch done = new CountDownLatch(PLACES);
        try (WorkQueue queue = queue(Duration.ofSeconds(10))) {
            for (int number = 0; number < PLACES; number++) {
                queue.reserve()
                        .orElseThrow()
                        .begin(
                                () -> {
                                    mayEnd.acquireUninterruptibly();
                                    done.countDown();
                                });
            }
            assertThat(queue.reserve()).isEmpty();
            assertThat(queue.taken()).isEqualTo(PLACES);
            mayEnd.release(PLACES);
            done.await();
            Optional<WorkQueue.Place> free = queue.reserve();
            while (free.isEmpty()) {
                free = queue.reserve();
            }
            free.get().giveUp();
        }
    }

    @Test
    @DisplayName("gives its place back if it is not begun, and if it fails")
    void failures() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        try (WorkQueue queue = queue(Duration.ofSeconds(10))) {
            for (int number = 0; number < 3 * PLACES; number++) {
                queue.reserve().orElseThrow().giveUp();
            }
            for (int number = 0; number < 3 * PLACES; number++) {
                Optional<WorkQueue.Place> place = queue.reserve();
                while (place.isEmpty()) {
                    place = queue.reserve();
                }
                place.get()
                        .begin(
                                () -> {
                                    throw new IllegalStateException("as it happens");
                                });
            }
            Optional<WorkQueue.Place> place = queue.reserve();
            while (place.isEmpty()) {
                place = queue.reserve();
            }
            place.get().begin(done::countDown);
            done.await();
        }
    }

    @Test
    @DisplayName("is done before the server ends, and nothing more is taken in")
    void drained() {
        List<Integer> done = new CopyOnWriteArrayList<>();
        WorkQueue queue = queue(Duration.ofSeconds(10));
        for (int number = 0; number < PLACES; number++) {
            int mine = number;
            queue.reserve().orElseThrow().begin(() -> done.add(mine));
        }
        queue.close();
        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, PLACES).boxed().toList());
        assertThat(queue.reserve()).isEmpty();
    }

    @Test
    @DisplayName("does not keep the server from ending")
    void patience() {
        CountDownLatch never = new CountDownLatch(1);
        List<Exception> cut = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        WorkQueue queue = queue(Duration.ofMillis(50));
        queue.reserve()
                .orElseThrow()
                .begin(
                        () -> {
                            begun.countDown();
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                cut.add(e);
                            }
                        });
        awaitUninterruptibly(begun);
        queue.close();
        while (cut.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(cut).hasSize(1);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
