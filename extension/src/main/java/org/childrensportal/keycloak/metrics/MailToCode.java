package org.childrensportal.keycloak.metrics;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.keycloak.models.RealmModel;

/**
 * How long after a code was made it was entered: above all, how long the mail took. In buckets,
 * whose bounds are those of the dashboard and the alert.
 */
public final class MailToCode {

    private static final Duration[] BOUNDS = {
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ofDays(1)
    };

    private MailToCode() {}

    /** Somebody of {@code realm} has entered a code, {@code age} after it was made. */
    public static void record(RealmModel realm, Duration age) {
        of(realm).record(age);
    }

    /** Shows the realm's times from now on. */
    static void show(RealmModel realm) {
        of(realm);
    }

    private static Timer of(RealmModel realm) {
        return Timer.builder("portal.mail.to.code")
                .description("Time from making a code to entering it")
                .tag(RealmGauge.REALM, realm.getName())
                .serviceLevelObjectives(BOUNDS)
                .register(Metrics.globalRegistry);
    }
}
