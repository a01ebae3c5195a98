package org.childrensportal.fuzz;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.childrensportal.servers.Portal;

/**
 * How long answers take, beside plain requests of the same moment: a busy machine is slow with
 * both.
 */
final class Pace {

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int TIMES_PLAIN = 10;
    private static final int REMEMBERED = 15;

    private final Wire wire;
    private final Request plainRequest;
    private final Deque<Duration> plain = new ArrayDeque<>();
    private Duration longest = Duration.ZERO;
    private String slowest = "";

    Pace(Wire wire, Portal portal) {
        this.wire = wire;
        this.plainRequest =
                new Draft("GET", URI.create(portal.authorization("")))
                        .request(portal.address().getRawAuthority(), "", "10.19.0.1");
        calibrate();
    }

    /** Sends what every browser sends. */
    void calibrate() {
        plain.addLast(wire.send(plainRequest).took());
        if (plain.size() > REMEMBERED) {
            plain.removeFirst();
        }
    }

    /** Whether an answer took long, and a plain one does not. */
    boolean isSlow(Request request, Duration took) {
        if (took.compareTo(longest) > 0) {
            longest = took;
            slowest = took.toMillis() + " ms: " + request;
        }
        return took.compareTo(LONG) > 0 && took.compareTo(plain().multipliedBy(TIMES_PLAIN)) > 0;
    }

    Duration plain() {
        List<Duration> sorted = plain.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    String slowest() {
        return slowest;
    }
}
