package org.childrensportal.keycloak.headers;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The portal realms whose pages this node has shown, by name. It is asked when no realm can be
 * read: the database may be gone.
 */
final class SeenPortals {

    private static final Pattern REALM = Pattern.compile("(?:^|/)realms/([^/]+)");

    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /** Notes that a page of {@code realm} was shown. */
    void see(RealmModel realm) {
        if (new PortalRealm(realm).isPortal()) {
            names.add(realm.getName());
        } else {
            names.remove(realm.getName());
        }
    }

    /** The portal realm that the request of {@code session} is for, as the database has it. */
    static Optional<RealmModel> portal(KeycloakSession session) {
        Matcher path = REALM.matcher(session.getContext().getUri().getPath());
        return path.find()
                ? Optional.ofNullable(session.realms().getRealmByName(path.group(1)))
                        .filter(realm -> new PortalRealm(realm).isPortal())
                : Optional.empty();
    }

    /** Whether a path of the server is of one of them. */
    boolean have(String path) {
        Matcher realm = REALM.matcher(path);
        return realm.find() && names.contains(realm.group(1));
    }
}
