package org.childrensportal.keycloak.setup;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/**
 * What a realm had before it became the portal's, and what it was given, in attributes of the realm
 * that are exported with it.
 */
final class Remembered {

    /** Stands for nothing: not every database tells an empty text from none. */
    static final String NONE = "(none)";

    private static final String PREFIX = "portal.before.";
    private static final String SEPARATOR = "\n";

    private final RealmModel realm;

    Remembered(RealmModel realm) {
        this.realm = realm;
    }

    /** What {@link #names} reads as {@code names}, none of which has a line break. */
    static String lines(String... names) {
        return String.join(SEPARATOR, names);
    }

    /** Keeps {@code value}, unless something older is kept already. */
    void keep(String name, String value) {
        if (of(name).isEmpty()) {
            realm.setAttribute(PREFIX + name, value);
        }
    }

    /** Keeps more names under a name. None has a line break. */
    void keepMore(String name, Collection<String> names) {
        Set<String> all = new TreeSet<>(names(name));
        all.addAll(names);
        if (all.isEmpty()) {
            return;
        }
        realm.setAttribute(PREFIX + name, String.join(SEPARATOR, all));
    }

    Optional<String> of(String name) {
        return Optional.ofNullable(realm.getAttribute(PREFIX + name));
    }

    /** What {@link #keepMore} has kept. */
    Set<String> names(String name) {
        return of(name).stream()
                .flatMap(text -> Arrays.stream(text.split(SEPARATOR)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The attributes of the realm that are there for this. */
    List<String> attributes() {
        return realm.getAttributes().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted()
                .toList();
    }
}
