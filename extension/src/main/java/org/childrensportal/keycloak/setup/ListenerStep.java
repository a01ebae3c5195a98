package org.childrensportal.keycloak.setup;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.childrensportal.keycloak.realm.PortalIds;
import org.keycloak.models.RealmModel;

/** The realm has the portal's event listeners, beside its own. */
final class ListenerStep extends RealmStep {

    private final RealmModel realm;
    private final List<String> needed;

    /**
     * @param listeners those of the portal's realm, Keycloak's own among them
     */
    ListenerStep(RealmModel realm, List<String> listeners) {
        super("event-listeners", "Realm settings > Events > Event listeners");
        this.realm = realm;
        this.needed = listeners.stream().filter(PortalIds::has).toList();
    }

    @Override
    List<RealmChange> setUp() {
        Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(present());
        return missing.isEmpty()
                ? List.of()
                : List.of(
                        change(
                                "Add the event listeners " + String.join(", ", missing),
                                () -> add(missing)));
    }

    private void add(Set<String> missing) {
        Set<String> all = present();
        all.addAll(missing);
        realm.setEventsListeners(all);
    }

    @Override
    List<RealmChange> leave() {
        List<String> ours = present().stream().filter(PortalIds::has).toList();
        return ours.isEmpty()
                ? List.of()
                : List.of(
                        change(
                                "Remove the event listeners " + String.join(", ", ours),
                                () -> remove(ours)));
    }

    private void remove(List<String> ours) {
        Set<String> left = present();
        ours.forEach(left::remove);
        realm.setEventsListeners(left);
    }

    private Set<String> present() {
        return realm.getEventsListenersStream().collect(Collectors.toCollection(TreeSet::new));
    }
}
