package org.childrensportal.keycloak.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A queue of work for each realm, made when it is first needed: a realm whose mail server hangs, or
 * that is asked for too much, keeps no other realm waiting.
 */
final class RealmQueues implements AutoCloseable {

    private final WorkQueue.Settings settings;
    private final Map<String, WorkQueue> byRealm = new HashMap<>();
    private boolean closed;

    /** Queues with {@code settings} each. */
    RealmQueues(WorkQueue.Settings settings) {
        this.settings = settings;
    }

    /** Room for one piece of the realm's work, if there is any. */
    synchronized Optional<WorkQueue.Place> reserve(String realmId) {
        return closed
                ? Optional.empty()
                : byRealm.computeIfAbsent(realmId, id -> new WorkQueue(settings)).reserve();
    }

    /** How many pieces of the realm's work wait or are under way. */
    synchronized int taken(String realmId) {
        WorkQueue queue = byRealm.get(realmId);
        return queue == null ? 0 : queue.taken();
    }

    /** Keeps nothing of a realm that was removed. What was accepted is still begun. */
    synchronized void forget(String realmId) {
        byRealm.remove(realmId);
    }

    /** Accepts no more work, and waits for what was accepted, together as long as for one. */
    @Override
    public void close() {
        Instant end = Instant.now().plus(settings.patience());
        for (WorkQueue queue : end()) {
            Duration left = Duration.between(Instant.now(), end);
            queue.drain(left.isNegative() ? Duration.ZERO : left);
        }
    }

    private synchronized List<WorkQueue> end() {
        closed = true;
        byRealm.values().forEach(WorkQueue::end);
        return List.copyOf(byRealm.values());
    }
}
