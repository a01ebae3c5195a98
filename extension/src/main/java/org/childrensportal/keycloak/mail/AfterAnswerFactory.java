package org.childrensportal.keycloak.mail;

import java.time.Duration;
import java.util.Set;
import org.childrensportal.keycloak.database.OwnTransaction;
import org.childrensportal.keycloak.settings.BoundedSetting;
import org.childrensportal.keycloak.settings.StoredSettings;
import org.keycloak.Config;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.ClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.UserProvider;
import org.keycloak.models.UserSessionProvider;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.sessions.AuthenticationSessionProvider;
import org.keycloak.theme.ThemeSelectorProvider;

/**
 * {@code portal-after-answer}: the queues of a node, one for each realm. Server options {@code
 * spi-portal-after-answer--default--places}, {@code --threads} and {@code --drain-seconds}.
 */
public final class AfterAnswerFactory implements ProviderFactory<AfterAnswer> {

    /**
     * How many pieces of one realm's work may wait or be under way. A piece is smaller than 10 KiB.
     */
    private static final BoundedSetting PLACES =
            new BoundedSetting("places", "Places", "", 1000, 1, 1_000_000);

    /**
     * How many pieces of one realm's work are under way at once. Work for an address that has an
     * account keeps a thread for as long as the mail server takes. Somebody who wants to tell that
     * from how long their own mail waits needs as many accounts as there are threads. None keeps a
     * database connection for that long: it would be every realm's.
     */
    private static final BoundedSetting THREADS =
            new BoundedSetting("threads", "Threads", "", 16, 1, 1000);

    /** Shorter than the ten seconds that container engines leave a server to end. */
    private static final BoundedSetting DRAIN_SECONDS =
            new BoundedSetting("drain-seconds", "Time to drain (seconds)", "", 8, 0, 3600);

    /** Longer than an answer takes, so that the two do not regularly share a processor. */
    private static final Duration SOONEST = Duration.ofMillis(200);

    private static final Duration LATEST = Duration.ofSeconds(2);

    private RealmQueues queues;

    @Override
    public String getId() {
        return "default";
    }

    @Override
    public AfterAnswer create(KeycloakSession session) {
        return new AfterAnswer(session, queues);
    }

    /** How many pieces of the realm's work wait or are under way on this node. */
    int taken(String realmId) {
        return queues.taken(realmId);
    }

    @Override
    public void init(Config.Scope config) {
        queues = new RealmQueues(settings(config));
    }

    /** What the server's options say. */
    static WorkQueue.Settings settings(Config.Scope config) {
        return new WorkQueue.Settings(
                option(config, PLACES),
                option(config, THREADS),
                SOONEST,
                LATEST,
                Duration.ofSeconds(option(config, DRAIN_SECONDS)));
    }

    private static int option(Config.Scope config, BoundedSetting option) {
        return StoredSettings.ofServer("portal-after-answer")
                .number(option, config.get(option.name()));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(
                event -> {
                    if (event instanceof RealmModel.RealmRemovedEvent removed) {
                        queues.forget(removed.getRealm().getId());
                    }
                });
    }

    /**
     * Keycloak 26.7 closes providers after those that depend on them, so what the work needs is
     * still there when the queues are drained.
     */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(
                OwnTransaction.PROVIDER,
                RealmProvider.class,
                ClientProvider.class,
                UserProvider.class,
                KeyProvider.class,
                ThemeSelectorProvider.class,
                EmailTemplateProvider.class,
                EmailSenderProvider.class,
                EventStoreProvider.class,
                EventListenerProvider.class,
                // In Keycloak 26.7 these depend on the caches, whose class an extension cannot see.
                UserSessionProvider.class,
                AuthenticationSessionProvider.class);
    }

    @Override
    public void close() {
        queues.close();
    }
}
