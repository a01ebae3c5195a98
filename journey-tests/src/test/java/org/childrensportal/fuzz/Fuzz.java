package org.childrensportal.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.childrensportal.servers.Portal;
import org.jsoup.nodes.Document;

/**
 * Sends to every page of a portal what browsers send and what they never would, and looks at each
 * answer, at the server's log and at its tables.
 */
public final class Fuzz {

    /** A page is left after so many, so that each is come to often. */
    private static final int MOST_ON_A_PAGE = 20;

    private static final int BETWEEN_ROWS = 100;
    private static final int TIMES_SLOW = 3;
    private static final int LINES_OF_STACK = 12;

    private final Portal portal;
    private final long seed;
    private final Stations stations;
    private final Pool pool = new Pool();
    private final Oracle oracle = new Oracle(pool.words());
    private final Pace pace;
    private final LogEnd log;
    private final Rows rows;
    private final Wire wire;

    /** What was found first of each kind, and by what. */
    private final Map<String, String> findings = new LinkedHashMap<>();

    /** The last of the last input. */
    private Answer last = Answer.NONE;

    private int lost;
    private int keycloaks;

    /** Looks for the pages of {@code portal}; what is sent to them is chosen by {@code seed}. */
    public Fuzz(Portal portal, long seed) {
        this.portal = portal;
        this.seed = seed;
        this.wire = new Wire(portal.address());
        this.pace = new Pace(wire, portal);
        this.log = new LogEnd(portal.logs().get(0));
        this.rows = new Rows(portal);
        this.stations = Stations.of(portal);
    }

    /** Sends so many inputs. */
    public void send(int inputs) {
        int sent = 0;
        for (int round = 0; sent < inputs; round++) {
            Random random = new Random(seed * 1_000_003 + round);
            // Every page in turn: those that are hard to come to are as worth trying.
            Station station = stations.pages().get(round % stations.pages().size());
            Optional<Visit> visit = Visit.at(station, portal, wire);
            if (visit.isEmpty()) {
                lost++;
                sent++;
                continue;
            }
            pace.calibrate();
            int most = Math.min(MOST_ON_A_PAGE, inputs - sent);
            sent += sendWhile(visit, random, most);
            if (round % BETWEEN_ROWS == 0) {
                lookAtRows(station);
            }
        }
        lookAtRows(stations.pages().get(0));
    }

    /** Somebody who is led away comes again: another account costs more than what is tried. */
    private int sendWhile(Optional<Visit> first, Random random, int most) {
        int sent = 0;
        Optional<Visit> visit = first;
        while (visit.isPresent() && sent < most) {
            sent += sendFrom(visit.get(), random, most - sent);
            visit = sent < most ? visit.get().again() : visit;
        }
        return sent;
    }

    private int sendFrom(Visit visit, Random random, int most) {
        int sent = 0;
        do {
            Input input = Input.any(random, visit.drafts().size());
            Request request = input.request(visit, pool);
            List<String> faults = faults(visit, request);
            for (String fault : faults) {
                String kind = kind(fault) + " at " + visit.station().entrance().name();
                if (!findings.containsKey(kind)) {
                    find(kind, describe(fault, visit, request, input));
                }
            }
            sent++;
        } while (sent < most && visit.isStillThere());
        return sent;
    }

    private List<String> faults(Visit visit, Request request) {
        List<String> faults = new ArrayList<>();
        for (Answer answer : visit.send(request)) {
            faults.addAll(oracle.faults(answer));
            last = answer;
            if (pace.isSlow(request, answer.took()) && isSlowAgain(request)) {
                faults.add("slow, more than " + answer.took().toMillis() + " ms");
            }
        }
        List<String> logged = log.errors();
        if (!logged.isEmpty() && logged.stream().allMatch(KeycloaksOwn::isTold)) {
            keycloaks++;
            faults.removeIf(fault -> fault.startsWith(Oracle.STATUS));
            return faults;
        }
        logged.forEach(entry -> faults.add("logged: " + beginning(entry)));
        return faults;
    }

    private static String beginning(String entry) {
        return entry.lines()
                .limit(LINES_OF_STACK)
                .map(line -> line.substring(0, Math.min(line.length(), 300)))
                .collect(Collectors.joining("\n    "));
    }

    /** What is slow once may have waited for something else on this machine. */
    private boolean isSlowAgain(Request request) {
        for (int time = 1; time < TIMES_SLOW; time++) {
            pace.calibrate();
            if (!pace.isSlow(request, wire.send(request).took())) {
                return false;
            }
        }
        return true;
    }

    private void lookAtRows(Station last) {
        for (String fault : rows.faults()) {
            if (!findings.containsKey(fault)) {
                find(fault, "rows: " + fault + ", before " + last);
            }
        }
    }

    /** Told at once: a run of many inputs may be stopped. */
    private void find(String kind, String finding) {
        findings.put(kind, finding);
        System.out.println(finding);
    }

    private static String kind(String fault) {
        return fault.replaceAll("\\d+|'.*'", "#").replaceFirst("(?s)^(logged: .*?\\n).*", "$1");
    }

    private String describe(String fault, Visit visit, Request request, Input input) {
        Input simplest = input;
        Request shown = request;
        List<Input> toTry = new ArrayList<>(simplest.simpler());
        while (!toTry.isEmpty()) {
            Input next = toTry.remove(0);
            Optional<Visit> again = Visit.at(visit.station(), portal, wire);
            if (again.isPresent()) {
                Request simpler = next.request(again.get(), pool);
                List<String> still = faults(again.get(), simpler);
                if (still.stream().anyMatch(one -> kind(one).equals(kind(fault)))) {
                    shown = simpler;
                    simplest = next;
                    toTry = new ArrayList<>(simplest.simpler());
                }
            }
        }
        return "%s%n  at %s%n  by %s%n  answered by %d %s"
                .formatted(fault, visit.station(), shown, last.status(), last.beginning());
    }

    /** What was found, with what it was found by. */
    public List<String> findings() {
        return List.copyOf(findings.values());
    }

    /** How often a way did not lead to its page. */
    public int lost() {
        return lost;
    }

    /** How many inputs met a fault of Keycloak's own. */
    public int keycloaks() {
        return keycloaks;
    }

    /** The forms that inputs were sent to, each by the names of its fields. */
    public Set<String> forms() {
        return stations.forms();
    }

    /** The forms of a page, each by the names of its fields. */
    public static List<String> forms(Document page) {
        return Station.shapes(page);
    }

    /** The pages that inputs were sent to. */
    public List<String> pages() {
        return stations.pages().stream().map(Station::toString).toList();
    }

    /** The longest that an answer took, and to what. */
    public String slowest() {
        return pace.slowest();
    }

    /** How long a plain request took in the middle. */
    public Duration plain() {
        return pace.plain();
    }
}
