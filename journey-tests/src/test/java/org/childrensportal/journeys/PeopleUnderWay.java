package org.childrensportal.journeys;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Production;

/**
 * A number of people who register at the same time, each a step after the other; for whoever
 * arrives another one comes.
 */
final class PeopleUnderWay implements AutoCloseable {

    /** Few, for the nodes to have the processor, too. */
    private static final int AT_ONCE = 2;

    private final Production portal;
    private final ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
    private final Queue<Person> people = new ArrayDeque<>();
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();

    /** One person: the page that they are on, and which step is next. */
    private final class Person {

        private final String address = "under-way-" + UUID.randomUUID() + "@example.com";
        private Page page;
        private int step;

        /** Takes the next step; answers whether there is another one. */
        boolean goOn() {
            requests.incrementAndGet();
            try {
                page = next();
                step++;
                return step < 6;
            } catch (RuntimeException | AssertionError e) {
                lost.add("%s at step %d: %s".formatted(address, step, e));
                return false;
            }
        }

        private Page next() {
            return switch (step) {
                case 0 -> on(portal.signIn(), "My account");
                case 1 -> on(page.follow("a[href*=registration]"), "Your details");
                case 2 -> on(page.submit(Registration.PUBLIC), "Your account");
                case 3 -> on(page.submit(Registration.account(address)), "Confirm your email");
                case 4 -> on(reloaded(), "Confirm your email");
                default -> arrive(page.submit(Map.of("code", portal.codeFor(address))));
            };
        }

        private Page reloaded() {
            return page.browser().get(page.address().toString());
        }

        private Page on(Page came, String heading) {
            if (came.status() != 200 || !came.heading().equals(heading)) {
                throw new AssertionError(
                        "%d %s %s".formatted(came.status(), came.heading(), came.errors()));
            }
            return came;
        }

        private Page arrive(Page came) {
            if (!came.address().toString().startsWith(Production.CALLBACK + "?")
                    || !came.address().getQuery().contains("code=")) {
                throw new AssertionError(
                        "%d %s %s".formatted(came.status(), came.heading(), came.errors()));
            }
            arrived.add(address);
            return came;
        }
    }

    /** As many as {@code number}, none of whom has taken a step. */
    PeopleUnderWay(Production portal, int number) {
        this.portal = portal;
        for (int one = 0; one < number; one++) {
            people.add(new Person());
        }
        // One is at each of the steps, and so on.
        int steps = 0;
        for (Person person : people) {
            for (int step = 0; step < steps % 6; step++) {
                person.goOn();
            }
            steps++;
        }
    }

    /** They go on, each in their turn, and others come for those who have arrived. */
    void goOnUntil(BooleanSupplier done) {
        takeTurns(
                () -> {
                    if (done.getAsBoolean()) {
                        return false;
                    }
                    Person person = take();
                    put(person.goOn() ? person : new Person());
                    return true;
                });
    }

    /** Whoever is under way arrives. */
    void finish() {
        takeTurns(
                () -> {
                    Person person = take();
                    if (person == null) {
                        return false;
                    }
                    if (person.goOn()) {
                        put(person);
                    }
                    return true;
                });
    }

    private void takeTurns(BooleanSupplier turn) {
        List<Future<?>> all = new ArrayList<>();
        for (int hand = 0; hand < AT_ONCE; hand++) {
            all.add(
                    hands.submit(
                            () -> {
                                boolean goesOn = true;
                                while (goesOn) {
                                    goesOn = turn.getAsBoolean();
                                }
                            }));
        }
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private Person take() {
        synchronized (people) {
            return people.poll();
        }
    }

    private void put(Person person) {
        synchronized (people) {
            people.add(person);
        }
    }

    /** The addresses of those who came back to the relying application. */
    List<String> arrived() {
        return arrived;
    }

    /** What became of the others, in words. */
    List<String> lost() {
        return lost;
    }

    /** How many steps were taken. */
    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
