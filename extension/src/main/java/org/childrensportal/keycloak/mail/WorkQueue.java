package org.childrensportal.keycloak.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Work that nobody waits for. There is room for a limited number of pieces. Each begins at a random
 * moment, and all that were accepted are done before the server stops.
 */
final class WorkQueue implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WorkQueue.class);
    private static final AtomicInteger THREADS = new AtomicInteger();

    private final Settings settings;
    private final Semaphore places;
    private final ScheduledThreadPoolExecutor workers;

    /**
     * @param places how much work may wait or be under way
     * @param threads how much of it is under way at once
     * @param soonest the minimum time before work begins
     * @param latest the maximum time before work begins
     * @param patience how long closing waits for work that was accepted
     */
    record Settings(
            int places, int threads, Duration soonest, Duration latest, Duration patience) {}

    WorkQueue(Settings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.places());
        this.workers = new ScheduledThreadPoolExecutor(settings.threads(), WorkQueue::thread);
        workers.setKeepAliveTime(1, TimeUnit.MINUTES);
        workers.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "portal-after-answer-" + THREADS.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Room for one piece of work, if there is any. */
    Optional<Place> reserve() {
        return !workers.isShutdown() && places.tryAcquire()
                ? Optional.of(new Place())
                : Optional.empty();
    }

    /** How many pieces of work wait or are under way. */
    int taken() {
        return settings.places() - places.availablePermits();
    }

    /** Room that is reserved until its work is done, or given up. */
    final class Place {

        /** Does {@code work} at a random moment. */
        @SuppressWarnings("FutureReturnValueIgnored") // perform() logs whatever fails
        void begin(Runnable work) {
            try {
                workers.schedule(() -> perform(work), delay(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                giveUp();
                LOG.error("The server ends: work after an answer is dropped");
            }
        }

        void giveUp() {
            places.release();
        }

        private void perform(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                LOG.error("Work after an answer failed", e);
            } finally {
                places.release();
            }
        }
    }

    private long delay() {
        return ThreadLocalRandom.current()
                .nextLong(settings.soonest().toMillis(), settings.latest().toMillis() + 1);
    }

    /** Accepts no more work, and waits for what was accepted. */
    @Override
    public void close() {
        end();
        drain(settings.patience());
    }

    /** Accepts no more work. */
    void end() {
        workers.shutdown();
    }

    /** Waits for what was accepted, and drops what is not done in time. */
    void drain(Duration patience) {
        try {
            if (!workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                giveUpTheRest();
            }
        } catch (InterruptedException e) {
            giveUpTheRest();
            Thread.currentThread().interrupt();
        }
    }

    private void giveUpTheRest() {
        LOG.errorf(
                "The server ends: %d pieces of work after an answer are dropped, %d are cut short",
                workers.getQueue().size(), workers.getActiveCount());
        workers.shutdownNow();
    }
}
