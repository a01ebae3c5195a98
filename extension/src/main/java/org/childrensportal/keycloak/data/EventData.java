package org.childrensportal.keycloak.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.RealmModel;

/** What Keycloak's event store has of a person, without what names anybody else. */
final class EventData {

    /** More than anybody has by using their account; it bounds what one file costs. */
    private static final int MOST = 10_000;

    /**
     * Left out: what somebody typed who may be somebody else, who they are elsewhere and in which
     * visit they came, and which administrator looked at the account.
     */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    Details.USERNAME,
                    Details.IDENTITY_PROVIDER_USERNAME,
                    Details.IDENTITY_PROVIDER_BROKER_SESSION_ID,
                    Details.CODE_ID,
                    Details.IMPERSONATOR,
                    Details.IMPERSONATOR_REALM);

    private final RequiredActionContext context;
    private final Optional<EventStoreProvider> store;

    EventData(RequiredActionContext context) {
        this.context = context;
        this.store =
                Optional.ofNullable(context.getSession().getProvider(EventStoreProvider.class));
    }

    /** The newest ten thousand events of the person. */
    List<Map<String, Object>> ofPerson() {
        return store.stream()
                .flatMap(
                        events ->
                                events.createQuery()
                                        .realm(realm().getId())
                                        .user(context.getUser().getId())
                                        .orderByDescTime()
                                        .maxResults(MOST)
                                        .getResultStream())
                .map(EventData::event)
                .toList();
    }

    private static Map<String, Object> event(Event stored) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("time", AccountData.time(stored.getTime()));
        event.put("what", stored.getType().name());
        event.put("error", stored.getError());
        event.put("application", stored.getClientId());
        event.put("ipAddress", stored.getIpAddress());
        event.put(
                "details",
                Objects.requireNonNullElse(stored.getDetails(), Map.<String, String>of())
                        .entrySet()
                        .stream()
                        .filter(detail -> !LEFT_OUT.contains(detail.getKey()))
                        .filter(detail -> detail.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return event;
    }

    /**
     * What administrators did to the account, without who they are, and without the values that a
     * realm may keep of it: there may be a secret among those.
     */
    List<Map<String, Object>> ofAdministrators() {
        return store.stream()
                .flatMap(
                        events ->
                                events.createAdminQuery()
                                        .realm(realm().getId())
                                        .resourcePath("users/" + context.getUser().getId() + "*")
                                        .orderByDescTime()
                                        .maxResults(MOST)
                                        .getResultStream())
                .map(EventData::adminEvent)
                .toList();
    }

    private static Map<String, Object> adminEvent(AdminEvent stored) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("time", AccountData.time(stored.getTime()));
        event.put("what", stored.getOperationType().name());
        event.put("where", stored.getResourcePath());
        event.put("error", stored.getError());
        return event;
    }

    private RealmModel realm() {
        return context.getRealm();
    }
}
