package org.childrensportal.keycloak.setup;

import java.util.List;

/**
 * One thing that a portal's realm needs, or has of the portal. The check, the way into a realm, the
 * way out of it and the documentation are made from the same steps.
 */
abstract class RealmStep {

    private final String name;
    private final String where;

    /**
     * @param name as the documentation and the answers over REST call it
     * @param where where in the admin console it is set
     */
    RealmStep(String name, String where) {
        this.name = name;
        this.where = where;
    }

    final String name() {
        return name;
    }

    final String where() {
        return where;
    }

    /** What has to be changed for it; nothing where it is done. */
    List<RealmChange> setUp() {
        return List.of();
    }

    /** What has to be changed to take it back; nothing where nothing of ours is left. */
    List<RealmChange> leave() {
        return List.of();
    }

    /** What only an administrator can do for it, before or after. */
    List<RealmChange.Words> toDo() {
        return List.of();
    }

    /** What only an administrator can do, and without which setting up does harm. */
    List<RealmChange.Words> setUpObstacles() {
        return List.of();
    }

    /** What only an administrator can do once the realm has left. */
    List<RealmChange.Words> leavingToDo() {
        return List.of();
    }

    /** What only an administrator can decide before the realm leaves. */
    List<RealmChange.Words> leavingObstacles() {
        return List.of();
    }

    /** A change of this step. */
    final RealmChange change(String words, Runnable change) {
        return new RealmChange(words(words), change);
    }

    final RealmChange.Words words(String words) {
        return new RealmChange.Words(name, words, where);
    }
}
