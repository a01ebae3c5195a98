package org.childrensportal.keycloak.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.childrensportal.keycloak.database.KeycloakClock;
import org.childrensportal.keycloak.emailcode.PortalTime;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Event;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * What Keycloak's event store has of one account, part by part. One query a part, which Keycloak's
 * index of events by account and type serves (26.4 and newer).
 */
final class AccountRecord {

    /** How far back people are told. */
    private static final Duration REACH = Duration.ofDays(90);

    /** As many as a page holds. */
    private static final int EVENTS = 30;

    private final RequiredActionContext context;
    private final Optional<EventStoreProvider> store;
    private final PortalTime time;

    /** A part of the record, and whether it is the earliest. */
    record Part(List<Happening> happenings, boolean isLast) {}

    AccountRecord(RequiredActionContext context) {
        this.context = context;
        this.store =
                Optional.ofNullable(context.getSession().getProvider(EventStoreProvider.class));
        this.time = new PortalTime(context.getSession(), realm(), context.getUser());
    }

    /** Whether the realm keeps any record. */
    boolean isKept() {
        return realm().isEventsEnabled() && store.isPresent();
    }

    /** How many days back it reaches; what is older is forgotten, or not told. */
    long days() {
        long expiration = Duration.ofSeconds(realm().getEventsExpiration()).toDays();
        return expiration > 0 ? Math.min(expiration, REACH.toDays()) : REACH.toDays();
    }

    /**
     * The part of that number, from 0, newest first. Sign-ins of one session in one application
     * that follow each other are one: Keycloak writes one each time that the session is used.
     */
    Part part(int number) {
        if (!isKept()) {
            return new Part(List.of(), true);
        }
        List<Event> events = events(number);
        List<Event> told = events.subList(0, Math.min(EVENTS, events.size()));
        List<Happening> happenings = new ArrayList<>();
        for (int index = 0; index < told.size(); index++) {
            boolean repeated =
                    index + 1 < told.size() && isSame(told.get(index), told.get(index + 1));
            if (!repeated) {
                happening(told.get(index)).ifPresent(happenings::add);
            }
        }
        return new Part(List.copyOf(happenings), events.size() <= EVENTS);
    }

    private List<Event> events(int part) {
        Instant earliest = new KeycloakClock().instant().minus(REACH);
        return store.orElseThrow()
                .createQuery()
                .realm(realm().getId())
                .user(context.getUser().getId())
                .type(RecordedEvent.types())
                .fromDate(earliest.toEpochMilli())
                .orderByDescTime()
                .firstResult(part * EVENTS)
                .maxResults(EVENTS + 1)
                .getResultStream()
                .toList();
    }

    private static boolean isSame(Event later, Event earlier) {
        return later.getType() == EventType.LOGIN
                && earlier.getType() == EventType.LOGIN
                && later.getSessionId() != null
                && later.getSessionId().equals(earlier.getSessionId())
                && Objects.equals(later.getClientId(), earlier.getClientId())
                && Objects.equals(later.getIpAddress(), earlier.getIpAddress());
    }

    private Optional<Happening> happening(Event event) {
        return RecordedEvent.of(event)
                .map(
                        told ->
                                new Happening(
                                        told.messageKey(),
                                        application(event),
                                        time.words(Instant.ofEpochMilli(event.getTime())),
                                        Objects.requireNonNullElse(event.getIpAddress(), "")));
    }

    /**
     * The application's name, its id where it has none; an application that is gone is left out.
     */
    private String application(Event event) {
        ClientModel client =
                event.getClientId() == null
                        ? null
                        : realm().getClientByClientId(event.getClientId());
        if (client == null) {
            return "";
        }
        return client.getName() == null || client.getName().isBlank()
                ? client.getClientId()
                : client.getName();
    }

    private RealmModel realm() {
        return context.getRealm();
    }
}
