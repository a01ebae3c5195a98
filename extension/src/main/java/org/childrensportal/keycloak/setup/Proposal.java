package org.childrensportal.keycloak.setup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What would become of a realm.
 *
 * @param what its name in the admin API and in events
 * @param changes what is changed, in this order
 * @param toDo what else only an administrator can do
 * @param obstacles why nothing can be changed yet; empty if it can
 */
record Proposal(
        String what,
        List<RealmChange> changes,
        List<RealmChange.Words> toDo,
        List<RealmChange.Words> obstacles) {

    boolean isPossible() {
        return obstacles.isEmpty();
    }

    List<RealmChange.Words> words() {
        return changes.stream().map(RealmChange::words).toList();
    }

    /** The obstacles in one text. */
    String reason() {
        return obstacles.stream()
                .map(obstacle -> obstacle.change() + " (" + obstacle.where() + ")")
                .collect(Collectors.joining(". "));
    }
}
