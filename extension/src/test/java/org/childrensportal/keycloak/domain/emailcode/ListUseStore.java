package org.childrensportal.keycloak.domain.emailcode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.childrensportal.keycloak.domain.limit.Claim;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.childrensportal.keycloak.domain.limit.UseStore;

/** The contract of uses in memory; the real store is tested by the journeys. */
final class ListUseStore implements UseStore {

    private record Use(String claim, String key, Instant at) {}

    private final List<Use> uses = new ArrayList<>();

    @Override
    public Claim claim(List<LimitedSubject> subjects, Instant now) {
        return Claim.refusal(subjects, this::uses, now).orElseGet(() -> grant(subjects, now));
    }

    @Override
    public int count(LimitedSubject subject, Instant now) {
        return subject.count(uses(subject), now);
    }

    private List<Instant> uses(LimitedSubject subject) {
        return uses.stream()
                .filter(use -> use.key().equals(subject.key()))
                .map(Use::at)
                .sorted()
                .toList();
    }

    private Claim grant(List<LimitedSubject> subjects, Instant now) {
        String id = UUID.randomUUID().toString();
        subjects.forEach(subject -> uses.add(new Use(id, subject.key(), now)));
        return new Claim.Granted(id);
    }

    @Override
    public void takeBack(String claimId) {
        uses.removeIf(use -> use.claim().equals(claimId));
    }

    Set<String> keys() {
        return uses.stream().map(Use::key).collect(Collectors.toSet());
    }
}
