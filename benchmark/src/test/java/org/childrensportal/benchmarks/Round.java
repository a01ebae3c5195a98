package org.childrensportal.benchmarks;

import java.util.List;

/**
 * One deed done some times on one side, one after the other by each of the people.
 *
 * @param filled whether there were many accounts ({@link Size#accounts}) already
 * @param used what the server used meanwhile
 * @param millis how long each journey took the person, waiting for mail included
 */
record Round(String side, Deed deed, boolean filled, Usage used, List<Double> millis) {

    /** Milliseconds of processor time for each journey. */
    double cpu() {
        return used.cpu().toNanos() / 1e6 / journeys();
    }

    /** Journeys in a second. */
    double rate() {
        return journeys() / (used.time().toNanos() / 1e9);
    }

    double requests() {
        return (double) used.requests() / journeys();
    }

    double statements() {
        return (double) used.statements() / journeys();
    }

    double transactions() {
        return (double) used.transactions() / journeys();
    }

    /** The time that so many of a hundred journeys took at most. */
    double percentile(int hundredths) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) * hundredths / 100);
    }

    private int journeys() {
        return millis.size();
    }
}
