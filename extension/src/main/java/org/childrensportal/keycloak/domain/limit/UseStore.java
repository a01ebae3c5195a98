package org.childrensportal.keycloak.domain.limit;

import java.time.Instant;
import java.util.List;

/** Where uses that count against limits are kept. */
public interface UseStore {

    /**
     * Counts one use of every subject, or of none if one of them has none left. Is committed when
     * this method returns; of parallel calls with a subject in common, on any number of nodes, each
     * sees what the one before it counted.
     */
    Claim claim(List<LimitedSubject> subjects, Instant now);

    /** How many uses of the subject count {@code now}, by the longest of its limits. */
    int count(LimitedSubject subject, Instant now);

    /** Takes a claim back: its work was not done. Is committed when this method returns. */
    void takeBack(String claimId);
}
