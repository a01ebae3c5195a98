package org.childrensportal.keycloak.setup;

import java.util.function.Predicate;
import org.keycloak.models.RealmModel;

/** Names for what is added to a realm, that nothing of it has yet. */
final class FreeName {

    private final RealmModel realm;

    FreeName(RealmModel realm) {
        this.realm = realm;
    }

    /** For a flow: {@code name}, with a number if it is taken. */
    String forFlow(String name) {
        return free(name, alias -> realm.getFlowByAlias(alias) != null);
    }

    /** For the settings of an execution: {@code name}, with a number if it is taken. */
    String forConfig(String name) {
        return free(name, alias -> realm.getAuthenticatorConfigByAlias(alias) != null);
    }

    private static String free(String name, Predicate<String> isTaken) {
        String free = name;
        for (int number = 2; isTaken.test(free); number++) {
            free = name + " " + number;
        }
        return free;
    }
}
