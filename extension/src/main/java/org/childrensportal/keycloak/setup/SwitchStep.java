package org.childrensportal.keycloak.setup;

import java.util.List;
import org.keycloak.models.RealmModel;

/** A switch of the realm is as the portal needs it. */
final class SwitchStep extends RealmStep {

    private static final String CHANGED = "changed";

    private final RealmModel realm;
    private final Remembered remembered;
    private final RealmSwitch needed;

    SwitchStep(RealmModel realm, RealmSwitch needed) {
        super(needed.step(), needed.where());
        this.realm = realm;
        this.remembered = new Remembered(realm);
        this.needed = needed;
    }

    @Override
    List<RealmChange> setUp() {
        return needed.isAsNeeded(realm)
                ? List.of()
                : List.of(
                        change(
                                "Switch %s \"%s\""
                                        .formatted(needed.needed().words(), needed.label()),
                                this::asNeeded));
    }

    private void asNeeded() {
        remembered.keep(name(), CHANGED);
        needed.set(realm, needed.needed());
    }

    @Override
    List<RealmChange> leave() {
        return remembered.of(name()).isPresent() && needed.isAsNeeded(realm)
                ? List.of(
                        change(
                                "Switch %s \"%s\", as before"
                                        .formatted(needed.needed().other().words(), needed.label()),
                                () -> needed.set(realm, needed.needed().other())))
                : List.of();
    }
}
