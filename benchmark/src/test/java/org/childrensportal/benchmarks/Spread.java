package org.childrensportal.benchmarks;

import java.util.Arrays;

/** The median of some figures, and how far they lie apart. */
record Spread(double median, double least, double most) {

    /** Of at least one. */
    static Spread of(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Spread(
                (sorted[last / 2] + sorted[sorted.length / 2]) / 2, sorted[0], sorted[last]);
    }

    /** For a table; {@code format} is for one figure. */
    String text(String format) {
        return (format + " (" + format + "–" + format + ")").formatted(median, least, most);
    }
}
