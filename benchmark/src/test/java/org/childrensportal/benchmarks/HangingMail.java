package org.childrensportal.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.childrensportal.servers.FaultyMailServer;

/** A mail server that says nothing, and many people who register and wait for it. */
final class HangingMail {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final Side side;
    private final Inbox inbox;
    private final int people;
    private final AtomicInteger answered = new AtomicInteger();
    private FaultyMailServer server;
    private volatile boolean hangs;

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
     * @throws IllegalStateException if nobody waited any more before the others were done
     */
    void end() {
        side.sendMailTo(inbox.port(), TIMEOUT);
        server.close();
        if (!hangs) {
            throw new IllegalStateException("nobody waited any more");
        }
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

    /** Until everybody has an answer, or the mail server is being waited for. */
    ChainBuilder untilAllWait() {
        return asLongAs(session -> answered.get() + server.hanging() < people).on(pause(MOMENT));
    }

    /** Notes whether somebody still waits. */
    ChainBuilder stillWaits() {
        return exec(
                session -> {
                    hangs = server.hanging() > 0;
                    return session;
                });
    }
}
