package org.childrensportal.keycloak.metrics;

import java.time.Duration;
import java.util.List;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/**
 * Looks once a minute, on every node, which realms are the portal's, and shows their numbers beside
 * Keycloak's own metrics (Micrometer). It does nothing on a server whose metrics are off.
 */
public final class RealmsWatched implements ScheduledTask {

    /** The server's option, as Keycloak 26.7's own providers read it. */
    private static final String METRICS_ENABLED = "metrics-enabled";

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final List<RealmGauge> gauges;

    private RealmsWatched(List<RealmGauge> gauges) {
        this.gauges = gauges;
    }

    /** Whether the server's metrics are on. */
    public static boolean isOn(Config.Scope config) {
        return config.root().getBoolean(METRICS_ENABLED, false);
    }

    /**
     * Begins once the server's database is up to date.
     *
     * @param most how many seconds may pass from one count to the next, if that is less than a
     *     minute
     */
    public static void begin(KeycloakSessionFactory factory, List<RealmGauge> gauges, int most) {
        RealmsWatched watched = new RealmsWatched(gauges);
        long milliseconds = Math.min(INTERVAL.toMillis(), Duration.ofSeconds(most).toMillis());
        factory.register(
                event -> {
                    if (event instanceof PostMigrationEvent) {
                        KeycloakModelUtils.runJobInTransaction(factory, watched);
                        schedule(factory, watched, milliseconds);
                    }
                });
    }

    private static void schedule(
            KeycloakSessionFactory factory, RealmsWatched watched, long milliseconds) {
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class).scheduleTask(watched, milliseconds);
        }
    }

    @Override
    public void run(KeycloakSession session) {
        List<RealmModel> portals =
                session.realms()
                        .getRealmsStream()
                        .filter(realm -> new PortalRealm(realm).isPortal())
                        .toList();
        gauges.forEach(gauge -> gauge.show(session, portals));
        for (RealmModel realm : portals) {
            MailToCode.show(realm);
            for (RealmCounter counter : RealmCounter.values()) {
                counter.show(realm);
            }
        }
    }
}
