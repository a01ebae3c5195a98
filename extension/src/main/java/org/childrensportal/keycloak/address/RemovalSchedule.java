package org.childrensportal.keycloak.address;

import java.time.Duration;
import java.util.function.Function;
import org.childrensportal.keycloak.database.ExpiredRowRemoval;
import org.childrensportal.keycloak.database.KeycloakClock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;

/** Removes pending accounts and expired rows every so often, from when the server has started. */
public final class RemovalSchedule {

    private RemovalSchedule() {}

    /**
     * Begins once the server's database is up to date.
     *
     * @param life how long an account of a realm stays pending; zero for ever
     * @param interval the seconds from one run to the next
     */
    public static void begin(
            KeycloakSessionFactory factory, Function<RealmModel, Duration> life, int interval) {
        factory.register(
                event -> {
                    if (event instanceof PostMigrationEvent) {
                        schedule(factory, life, interval);
                    }
                });
    }

    private static void schedule(
            KeycloakSessionFactory factory, Function<RealmModel, Duration> life, int interval) {
        long milliseconds = Duration.ofSeconds(interval).toMillis();
        try (KeycloakSession session = factory.create()) {
            TimerProvider timer = session.getProvider(TimerProvider.class);
            timer.scheduleTask(new PendingRemoval(factory, life, interval), milliseconds);
            timer.scheduleTask(new ExpiredRowRemoval(factory, new KeycloakClock()), milliseconds);
        }
    }
}
