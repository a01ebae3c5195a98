package org.childrensportal.servers;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.representations.idm.EventRepresentation;

/** What an administrator reads of what has happened in the portal realm. */
public final class EventAdmin {

    private static final int ALL = 1_000_000;

    private final AdminSession session;

    EventAdmin(AdminSession session) {
        this.session = session;
    }

    /**
     * The events of one type of an account, newest first, each as JSON; failures have the type with
     * {@code _ERROR}.
     */
    public List<String> events(String type, String id) {
        return session.ask(
                realm -> found(realm.getEvents(List.of(type), null, id, null, null, null, 0, ALL)));
    }

    private static List<String> found(List<EventRepresentation> events) {
        return events.stream().map(AdminSession::json).toList();
    }

    /** The ids of the accounts that there are events of one type of. */
    public Set<String> accounts(String type) {
        return session.ask(
                realm ->
                        realm
                                .getEvents(List.of(type), null, null, null, null, null, 0, ALL)
                                .stream()
                                .map(EventRepresentation::getUserId)
                                .collect(Collectors.toSet()));
    }

    private int count(String realm, String type) {
        return session.askServer(
                client ->
                        client.realm(realm)
                                .getEvents(List.of(type), null, null, null, null, null, 0, ALL)
                                .size());
    }

    /** How many sign-ins have failed for one account or another, or for none. */
    public int signInErrors() {
        return signInErrors("portal");
    }

    /** The same of another realm than the portal's. */
    public int signInErrors(String realm) {
        return count(realm, "LOGIN_ERROR");
    }

    /** Every event of people and of administrators, as the server writes them. */
    public String everyEvent() {
        return session.sendToRealm("GET", "/events?max=" + ALL, "").body()
                + session.sendToRealm("GET", "/admin-events?max=" + ALL, "").body();
    }
}
