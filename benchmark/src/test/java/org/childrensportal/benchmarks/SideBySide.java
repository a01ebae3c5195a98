package org.childrensportal.benchmarks;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.flushHttpCache;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The portal and a stock Keycloak in turn on one machine: each deed warmed up on both, then in
 * rounds A B B A, so that a machine that grows slower or faster does so to both. What it finds is
 * written to {@code target/report.md}. It fails if a journey does, never on a figure.
 */
public final class SideBySide extends Simulation {

    private static final int KEPT_PASSWORDS = 9;
    private static final String PLACE = "place";

    private final Size size = Size.ofThisRun();
    private final Inbox inbox = new Inbox();
    private final Application application = new Application();
    private final Side stock = Side.stock(inbox, application);
    private final Side portal = Side.portal(inbox, application);
    private final List<Round> rounds = new ArrayList<>();
    private final List<Round> hanging = new ArrayList<>();
    private final List<Profile> profiles = new ArrayList<>();
    private final AtomicInteger names = new AtomicInteger();

    /** Built by Gatling. */
    public SideBySide() {
        Report.forget(Side.FOLDER);
        List<Stage> stages = new ArrayList<>();
        for (Deed deed : Deed.values()) {
            for (Side side : List.of(stock, portal)) {
                stages.addAll(stage(side, deed, false, warmUp(deed), round -> {}));
            }
            stages.addAll(rounds(deed, false));
        }
        for (Deed deed : Deed.values()) {
            for (Side side : List.of(stock, portal)) {
                Recording recording = new Recording(side, deed);
                stages.add(moment(side, recording::start));
                stages.addAll(stage(side, deed, false, size.times(deed), round -> {}));
                stages.add(moment(side, () -> profiles.add(recording.stop())));
            }
        }
        if (size.accounts() > 0) {
            for (Side side : List.of(stock, portal)) {
                stages.add(moment(side, () -> side.fill(size.accounts())));
            }
            for (Deed deed : List.of(Deed.REGISTER, Deed.SIGN_IN)) {
                stages.addAll(rounds(deed, true));
            }
        }
        // Not at the stock side: there, nobody who signs in is answered within a minute.
        stages.addAll(whileMailHangs(portal));
        setUp(inTurn(stages)).assertions(global().failedRequests().count().is(0L));
    }

    /** A B B A. */
    private List<Stage> rounds(Deed deed, boolean filled) {
        List<Stage> stages = new ArrayList<>();
        for (int pair = 0; pair < size.rounds() / 2; pair++) {
            for (Side side : pair % 2 == 0 ? List.of(stock, portal) : List.of(portal, stock)) {
                stages.addAll(stage(side, deed, filled, size.times(deed), rounds::add));
            }
        }
        return stages;
    }

    /** So often before it is measured; histories of passwords are full then. */
    private int warmUp(Deed deed) {
        return deed == Deed.CHANGE_PASSWORD
                ? Math.min(size.times(deed) * 2, KEPT_PASSWORDS) * size.people()
                : size.times(deed) * 2;
    }

    /**
     * What comes after what was there before.
     *
     * @param people who must be done before the next stage begins
     * @param beside who begins at the same time
     */
    private record Stage(PopulationBuilder people, List<PopulationBuilder> beside) {
        Stage(PopulationBuilder people) {
            this(people, List.of());
        }
    }

    /** What is told of a stage that has ended. */
    private interface Listener {
        void ended(Round round);
    }

    private List<Stage> stage(Side side, Deed deed, boolean filled, int times, Listener listener) {
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicInteger person = new AtomicInteger();
        ChainBuilder journeys = journeys(side, deed, Math.max(1, times / size.people()), millis);
        Usage[] before = new Usage[1];
        return List.of(
                moment(side, () -> before[0] = side.beforehand()),
                new Stage(
                        scenario(name(side + " " + deed))
                                .exec(session -> session.set("number", person.getAndIncrement()))
                                .exec(journeys)
                                .injectOpen(atOnceUsers(size.people()))
                                .protocols(protocol(side))),
                moment(
                        side,
                        () ->
                                listener.ended(
                                        new Round(
                                                side.name(),
                                                deed,
                                                filled,
                                                side.afterwards().since(before[0]),
                                                List.copyOf(millis)))));
    }

    private static ChainBuilder journeys(Side side, Deed deed, int times, Queue<Double> millis) {
        People people = side.people();
        return switch (deed) {
            case REGISTER ->
                    repeat(times)
                            .on(
                                    newBrowser()
                                            .exec(s -> s.set("email", People.stranger()))
                                            .exec(timed(side.journeys().register(), millis))
                                            .exec(
                                                    s -> {
                                                        people.add(s.getString("email"));
                                                        return s;
                                                    }));
            case SIGN_IN ->
                    repeat(times)
                            .on(
                                    newBrowser()
                                            .exec(s -> people.introduce(s, people.anyone()))
                                            .exec(timed(side.journeys().signIn(), millis)));
            case CHANGE_PASSWORD ->
                    newBrowser()
                            .exec(s -> people.introduce(s, people.person(s.getInt("number"))))
                            .exec(side.journeys().signIn())
                            .repeat(times)
                            .on(
                                    exec(s -> s.set("password", People.newPassword()))
                                            .exec(timed(side.journeys().changePassword(), millis))
                                            .exec(people::changed));
        };
    }

    private static ChainBuilder newBrowser() {
        return exec(flushHttpCache())
                .exec(flushCookieJar())
                .exec(session -> session.set(PLACE, People.place()));
    }

    private static ChainBuilder timed(ChainBuilder deed, Queue<Double> millis) {
        return exec(session -> session.set("begun", System.nanoTime()))
                .exec(deed)
                .exitHereIfFailed()
                .exec(
                        session -> {
                            millis.add((System.nanoTime() - session.getLong("begun")) / 1e6);
                            return session;
                        });
    }

    /** Something between two stages that nobody is there for. */
    private Stage moment(Side side, Runnable what) {
        return new Stage(
                scenario(name("between"))
                        .exec(
                                (Session session) -> {
                                    what.run();
                                    return session;
                                })
                        .injectOpen(atOnceUsers(1))
                        .protocols(protocol(side)));
    }

    private String name(String what) {
        return what + ", " + names.incrementAndGet();
    }

    private static HttpProtocolBuilder protocol(Side side) {
        return http.baseUrl(side.address().toString())
                .disableCaching()
                .header("X-Forwarded-For", "#{" + PLACE + "}");
    }

    /** Each stage begins when the one before it has ended. */
    private static PopulationBuilder inTurn(List<Stage> stages) {
        Stage next = stages.get(stages.size() - 1);
        for (int number = stages.size() - 2; number >= 0; number--) {
            List<PopulationBuilder> after = new ArrayList<>(next.beside);
            after.add(next.people);
            Stage stage = stages.get(number);
            next =
                    new Stage(
                            stage.people.andThen(after.toArray(PopulationBuilder[]::new)),
                            stage.beside);
        }
        return next.people;
    }

    private List<Stage> whileMailHangs(Side side) {
        HangingMail mail = new HangingMail(side, inbox, size.waiting());
        Queue<Double> millis = new ConcurrentLinkedQueue<>();
        int times = Math.max(1, size.times(Deed.SIGN_IN) / size.people());
        Usage[] before = new Usage[1];
        return List.of(
                moment(
                        side,
                        () -> {
                            mail.begin();
                            before[0] = side.beforehand();
                        }),
                new Stage(
                        scenario(name(side + " sign in while mail hangs"))
                                .exec(mail.untilAllWait())
                                .exec(journeys(side, Deed.SIGN_IN, times, millis))
                                .exec(mail.stillWaits())
                                .injectOpen(atOnceUsers(size.people()))
                                .protocols(protocol(side)),
                        List.of(
                                scenario(name(side + " wait for mail"))
                                        .exec(newBrowser())
                                        .exec(mail.person())
                                        .injectOpen(atOnceUsers(size.waiting()))
                                        .protocols(protocol(side)))),
                moment(
                        side,
                        () -> {
                            Usage used = side.afterwards().since(before[0]);
                            mail.end();
                            hanging.add(
                                    new Round(
                                            side.name(),
                                            Deed.SIGN_IN,
                                            false,
                                            used,
                                            List.copyOf(millis)));
                        }));
    }

    @Override
    public void after() {
        portal.close();
        stock.close();
        application.close();
        inbox.close();
        if (!hanging.isEmpty()
                && Stream.concat(rounds.stream(), hanging.stream())
                        .noneMatch(round -> round.millis().isEmpty())) {
            new Report(size, rounds, hanging, profiles).write(Side.FOLDER);
        }
    }
}
