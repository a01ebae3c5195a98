package org.childrensportal.keycloak.mail;

import java.util.concurrent.ExecutorService;
import org.keycloak.executors.ExecutorsProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/**
 * Work that begins once what a request did is committed, and that nobody waits for: a slow mail
 * server slows no answer down, and an answer's time tells nothing about it.
 */
public final class AfterAnswer {

    private static final String EXECUTOR = "portal-mail";

    private AfterAnswer() {}

    /** Does {@code work} after the request of {@code session}, unless that fails. */
    public static void run(KeycloakSession session, Runnable work) {
        ExecutorService executor =
                session.getProvider(ExecutorsProvider.class).getExecutor(EXECUTOR);
        session.getTransactionManager()
                .enlistAfterCompletion(
                        new AbstractKeycloakTransaction() {
                            @Override
                            protected void commitImpl() {
                                executor.execute(work);
                            }

                            @Override
                            protected void rollbackImpl() {
                                // the request failed: nothing is promised
                            }
                        });
    }
}
