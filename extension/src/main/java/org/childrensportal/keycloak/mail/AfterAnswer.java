package org.childrensportal.keycloak.mail;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/**
 * Work that begins a moment after a request is committed and answered, and that nobody waits for: a
 * slow mail server slows down no answer, and the time of an answer tells nothing about the work.
 * The pause keeps the two from competing for the processor.
 */
public final class AfterAnswer implements Provider {

    private static final Logger LOG = Logger.getLogger(AfterAnswer.class);

    private final KeycloakSession session;
    private final WorkQueue queue;

    AfterAnswer(KeycloakSession session, WorkQueue queue) {
        this.session = session;
        this.queue = queue;
    }

    /**
     * Does {@code work} after the request of {@code session}, unless that fails.
     *
     * @return false if so much waits already that the work will not be done; that is logged, and
     *     the caller writes an event with {@link AfterAnswerError#NO_ROOM}
     */
    public static boolean run(KeycloakSession session, Runnable work) {
        return session.getProvider(AfterAnswer.class).run(work);
    }

    private boolean run(Runnable work) {
        var place = queue.reserve();
        if (place.isEmpty()) {
            LOG.error("Too much work waits to be done after an answer: this is dropped");
            return false;
        }
        session.getTransactionManager()
                .enlistAfterCompletion(
                        new AbstractKeycloakTransaction() {
                            @Override
                            protected void commitImpl() {
                                place.get().begin(work);
                            }

                            @Override
                            protected void rollbackImpl() {
                                // The request failed: nothing is promised.
                                place.get().giveUp();
                            }
                        });
        return true;
    }

    @Override
    public void close() {
        // the queue is every session's
    }
}
