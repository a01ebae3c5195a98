package org.childrensportal.keycloak.domain.limit;

import java.time.Instant;
import java.util.List;

/** Where the permits that count against limits are kept. */
public interface RateLimitStore {

    /**
     * Asks for a permit that counts for every one of {@code subjects}. If one of them has reached a
     * limit, nothing is counted for any.
     *
     * <p>The permit is committed when this method returns. Of parallel calls with a subject in
     * common, on any number of nodes, each sees what the one before it counted.
     */
    Permit request(List<LimitedSubject> subjects, Instant now);

    /**
     * Gives a permit back whose work was not done. Is committed when this method returns.
     *
     * @param permitId the id of a {@link Permit.Granted}
     */
    void giveBack(String permitId);
}
