package org.childrensportal.fuzz;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the server answered.
 *
 * @param status of HTTP; 0 if the server hung up without an answer
 * @param headers in their order
 * @param body read as UTF-8
 * @param took from the first byte sent to the last received
 */
record Answer(int status, List<Pair> headers, String body, Duration took) {

    /** What stands for an answer where the server hung up. */
    static final Answer NONE = new Answer(0, List.of(), "", Duration.ZERO);

    /** The first words of its body. */
    String beginning() {
        return body.substring(0, Math.min(body.length(), 200));
    }

    Stream<String> all(String header) {
        return headers.stream().filter(one -> one.name().equalsIgnoreCase(header)).map(Pair::value);
    }

    Optional<String> first(String header) {
        return all(header).findFirst();
    }

    boolean isRedirect() {
        return status >= 300 && status < 400 && first("Location").isPresent();
    }

    boolean isPage() {
        return !body.isEmpty() && first("Content-Type").orElse("").startsWith("text/html");
    }
}
