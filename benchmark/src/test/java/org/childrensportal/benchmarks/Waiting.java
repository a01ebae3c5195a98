package org.childrensportal.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.pause;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who look into their mail until what they wait for is there. */
final class Waiting {

    private static final Duration GLANCE = Duration.ofMillis(5);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Inbox inbox;

    Waiting(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Waits for the mail to the session's {@code email} and keeps what matches in it. */
    ChainBuilder until(Pattern what, String name) {
        return asLongAsDuring(session -> !inbox.has(session.getString("email")), PATIENCE)
                .on(pause(GLANCE))
                .exec(session -> session.set(name, read(session, what)));
    }

    private String read(Session session, Pattern what) {
        String text = inbox.take(session.getString("email"));
        if (text == null) {
            throw new IllegalStateException("no mail has come");
        }
        Matcher found = what.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(what + " is not in " + text);
        }
        return found.group();
    }
}
