package org.childrensportal.keycloak.metrics;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A number that each realm of the portal's has at the moment, on this node. */
public final class RealmGauge {

    /** The one label of all meters, as of Keycloak's own: the realm's name. */
    static final String REALM = "realm";

    private final BiFunction<KeycloakSession, RealmModel, DoubleSupplier> look;
    private final MultiGauge meter;
    private volatile Map<String, DoubleSupplier> numbers = Map.of();

    private RealmGauge(
            String meter,
            String description,
            BiFunction<KeycloakSession, RealmModel, DoubleSupplier> look) {
        this.look = look;
        this.meter =
                MultiGauge.builder(meter).description(description).register(Metrics.globalRegistry);
    }

    /**
     * A number that is asked for whenever somebody reads the metrics.
     *
     * @param number by the realm's id; costs next to nothing
     */
    public static RealmGauge live(
            String meter, String description, ToDoubleFunction<String> number) {
        return new RealmGauge(
                meter,
                description,
                (session, realm) -> {
                    String id = realm.getId();
                    return () -> number.applyAsDouble(id);
                });
    }

    /** A number that is counted once a minute, however often somebody reads the metrics. */
    public static RealmGauge counted(
            String meter,
            String description,
            ToDoubleBiFunction<KeycloakSession, RealmModel> number) {
        return new RealmGauge(
                meter,
                description,
                (session, realm) -> {
                    double counted = number.applyAsDouble(session, realm);
                    return () -> counted;
                });
    }

    /** Counts anew, and shows these realms and no others from now on. */
    void show(KeycloakSession session, List<RealmModel> realms) {
        Map<String, DoubleSupplier> next = new HashMap<>();
        realms.forEach(realm -> next.put(realm.getName(), look.apply(session, realm)));
        numbers = next;
        meter.register(next.keySet().stream().map(this::row).toList());
    }

    /** By the realm's name, because another realm may be given it later. */
    private MultiGauge.Row<?> row(String realm) {
        return MultiGauge.Row.of(Tags.of(REALM, realm), () -> number(realm));
    }

    private double number(String realm) {
        DoubleSupplier number = numbers.get(realm);
        return number == null ? Double.NaN : number.getAsDouble();
    }
}
