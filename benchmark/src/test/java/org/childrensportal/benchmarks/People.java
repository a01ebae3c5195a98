package org.childrensportal.benchmarks;

import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Everybody who has an account on one side. */
final class People {

    /** What everybody registers with: it keeps the rules of both sides. */
    static final String PASSWORD = "Correct-Horse-7-battery";

    private static final AtomicInteger PLACES = new AtomicInteger();

    private final List<String> registered = new CopyOnWriteArrayList<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** The address of somebody who has not been there yet. */
    static String stranger() {
        return "person-" + UUID.randomUUID() + "@example.com";
    }

    /** Where somebody is: each time at another private address, so that no limit for one is met. */
    static String place() {
        int number = PLACES.getAndIncrement();
        return "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255);
    }

    /** A password that nobody had, of the same length as any other. */
    static String newPassword() {
        return "Word-7-" + UUID.randomUUID();
    }

    void add(String email) {
        passwords.put(email, PASSWORD);
        registered.add(email);
    }

    /** Lets the session be the one of {@code email}. */
    Session introduce(Session session, String email) {
        return session.set("email", email).set("current", passwords.get(email));
    }

    /** The session's person has the session's new {@code password} now. */
    Session changed(Session session) {
        passwords.put(session.getString("email"), session.getString("password"));
        return session;
    }

    /** Somebody who is registered, each in turn. */
    String anyone() {
        return registered.get(next.getAndIncrement() % registered.size());
    }

    /** The person of this number, the first is 0. */
    String person(int number) {
        return registered.get(number);
    }
}
