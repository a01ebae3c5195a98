package org.childrensportal.benchmarks;

import java.util.Locale;

/** How much is measured, by {@code -Dbenchmark.size}. */
enum Size {
    /** One journey a side, so that the benchmark can't rot. */
    ONCE(1, 1, 2, 1, 1_000, 2),
    /** About ten minutes. */
    QUICK(4, 40, 4, 8, 0, 200),
    FULL(4, 120, 8, 24, 1_000_000, 200);

    private final int people;
    private final int journeys;
    private final int rounds;
    private final int changes;
    private final int accounts;
    private final int waiting;

    Size(int people, int journeys, int rounds, int changes, int accounts, int waiting) {
        this.people = people;
        this.journeys = journeys;
        this.rounds = rounds;
        this.changes = changes;
        this.accounts = accounts;
        this.waiting = waiting;
    }

    /** The one that was asked for. */
    static Size ofThisRun() {
        return valueOf(System.getProperty("benchmark.size").toUpperCase(Locale.ROOT));
    }

    /** How many people are at it at the same time. */
    int people() {
        return people;
    }

    /** How often a deed is done in one round, by all people together. */
    int times(Deed deed) {
        return deed == Deed.CHANGE_PASSWORD ? changes : journeys;
    }

    /** How many rounds a deed has, both sides together: A B B A. */
    int rounds() {
        return rounds;
    }

    /** How many accounts there are when it is measured again; 0 if it is not. */
    int accounts() {
        return accounts;
    }

    /** How many people wait for a mail server that says nothing, while others sign in. */
    int waiting() {
        return waiting;
    }
}
