package org.childrensportal.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.childrensportal.servers.FaultyMailServer;

/** A mail server that says nothing, and many people who register and wait for their mail. */
final class HangingMail {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final Side side;
    private final Inbox inbox;
    private final int people;
    private final AtomicInteger answered = new AtomicInteger();
    private FaultyMailServer server;

    HangingMail(Side side, Inbox inbox, int people) {
        this.side = side;
        this.inbox = inbox;
        this.people = people;
    }

    void begin() {
        server = new FaultyMailServer(FaultyMailServer.Fault.SILENT);
        side.sendMailTo(server.port(), TIMEOUT);
    }

    /**
     * @throws IllegalStateException if nobody waits any more
     */
    void end() {
        if (server.hanging() == 0) {
            throw new IllegalStateException("no mail hangs");
        }
        side.sendMailTo(inbox.port(), TIMEOUT);
        server.close();
    }

    /** One of the people: what is answered in the end is not looked at. */
    ChainBuilder person() {
        return exec(s -> s.set("email", People.stranger()))
                .exec(side.journeys().comeToForm())
                .exec(side.journeys().sendForm(status().gte(200)))
                .exec(
                        s -> {
                            answered.incrementAndGet();
                            return s;
                        });
    }

    /** Until everybody has the page that says a mail has been sent, and waits for that mail. */
    ChainBuilder untilAllWait() {
        return asLongAs(session -> answered.get() < people).on(pause(MOMENT));
    }
}
