package org.childrensportal.keycloak.domain.emailcode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.childrensportal.keycloak.domain.limit.Permit;
import org.childrensportal.keycloak.domain.limit.RateLimitStore;

/** The contract of permits in memory; the real store is tested by the journeys. */
final class ListRateLimitStore implements RateLimitStore {

    private record Counted(String permit, String key, Instant at) {}

    private final List<Counted> permits = new ArrayList<>();

    @Override
    public Permit request(List<LimitedSubject> subjects, Instant now) {
        return Permit.refusal(subjects, this::earlier, now).orElseGet(() -> grant(subjects, now));
    }

    private List<Instant> earlier(LimitedSubject subject) {
        return permits.stream()
                .filter(counted -> counted.key().equals(subject.key()))
                .map(Counted::at)
                .sorted()
                .toList();
    }

    private Permit grant(List<LimitedSubject> subjects, Instant now) {
        String id = UUID.randomUUID().toString();
        subjects.forEach(subject -> permits.add(new Counted(id, subject.key(), now)));
        return new Permit.Granted(id);
    }

    @Override
    public void giveBack(String permitId) {
        permits.removeIf(counted -> counted.permit().equals(permitId));
    }

    Set<String> keys() {
        return permits.stream().map(Counted::key).collect(Collectors.toSet());
    }
}
