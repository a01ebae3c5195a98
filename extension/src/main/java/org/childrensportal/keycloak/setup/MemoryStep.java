package org.childrensportal.keycloak.setup;

import java.util.List;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.RealmModel;

/** Nothing is remembered of how the realm was before, once it is so again. */
final class MemoryStep extends RealmStep {

    private final RealmModel realm;
    private final Remembered remembered;

    MemoryStep(RealmModel realm) {
        super("memory", "nowhere: attributes of the realm");
        this.realm = realm;
        this.remembered = new Remembered(realm);
    }

    /** Set-up opens registration, and switches off that Keycloak verifies addresses. */
    @Override
    List<RealmChange.Words> leavingToDo() {
        return remembered.attributes().isEmpty() && new PortalRealm(realm).isPortal()
                ? List.of(
                        words(
                                "Look through the settings at Realm settings > Login, most of all"
                                        + " \"User registration\" and \"Verify email\": nothing is"
                                        + " remembered of how they were before, so they stay"))
                : List.of();
    }

    @Override
    List<RealmChange> leave() {
        List<String> attributes = remembered.attributes();
        return attributes.isEmpty()
                ? List.of()
                : List.of(
                        change(
                                "Forget how the realm was before",
                                () -> remembered.attributes().forEach(realm::removeAttribute)));
    }
}
