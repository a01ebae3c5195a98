package org.childrensportal.keycloak.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import org.keycloak.models.RealmModel;

/**
 * What happens in a realm and stands in the detail {@code reason} of an event. Keycloak's own count
 * of events (26.7) has no reasons.
 */
public enum RealmCounter {
    /** The owner of an address was told that somebody tried to register it. */
    OWNER_NOTICES("portal.owner.notices", "Notices to owners of addresses"),

    /** An account lost an address, which it had not proven and another account has. */
    ADDRESSES_LOST("portal.addresses.lost", "Addresses that another account has proven"),

    /** An account was removed because nobody confirmed it in time. */
    UNCONFIRMED_REMOVED("portal.unconfirmed.accounts.removed", "Accounts not confirmed in time");

    private final String meter;
    private final String description;

    RealmCounter(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    /** It has happened once more in {@code realm}, on this node. */
    public void increment(RealmModel realm) {
        of(realm).increment();
    }

    /** Shows the realm's count from now on: a counter that is there at 0 misses no first time. */
    void show(RealmModel realm) {
        of(realm);
    }

    private Counter of(RealmModel realm) {
        return Counter.builder(meter)
                .description(description)
                .tag(RealmGauge.REALM, realm.getName())
                .register(Metrics.globalRegistry);
    }
}
