package org.childrensportal.keycloak.mail;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * Work that begins a moment after a request is committed and answered, and that nobody waits for: a
 * slow mail server slows down no answer, and the time of an answer tells nothing about the work.
 * The pause keeps the two from competing for the processor.
 */
public final class AfterAnswer implements Provider {

    private static final Logger LOG = Logger.getLogger(AfterAnswer.class);

    private final KeycloakSession session;
    private final RealmQueues queues;

    AfterAnswer(KeycloakSession session, RealmQueues queues) {
        this.session = session;
        this.queues = queues;
    }

    /**
     * Does {@code work} after the request of {@code session}, unless that fails.
     *
     * @param realm whose work it is: each has room of its own
     * @return false if so much waits already that the work will not be done; that is logged, and
     *     the caller writes an event with {@link AfterAnswerError#NO_ROOM}
     */
    public static boolean run(KeycloakSession session, RealmModel realm, Runnable work) {
        return session.getProvider(AfterAnswer.class).run(realm, work);
    }

    /** How many pieces of a realm's work wait or are under way on this node. */
    public static int waiting(KeycloakSessionFactory factory, String realmId) {
        return ((AfterAnswerFactory) factory.getProviderFactory(AfterAnswer.class)).taken(realmId);
    }

    private boolean run(RealmModel realm, Runnable work) {
        var place = queues.reserve(realm.getId());
        if (place.isEmpty()) {
            LOG.errorf(
                    "Too much work waits to be done after an answer: this of realm %s is dropped",
                    realm.getName());
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
        // the queues are every session's
    }
}
