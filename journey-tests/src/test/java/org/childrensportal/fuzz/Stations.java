package org.childrensportal.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.childrensportal.people.Page;
import org.childrensportal.servers.Portal;

/** Every page that forms, answered well, and links lead to. A new page is found by itself. */
final class Stations {

    private static final int DEEPEST = 6;

    private final Portal portal;
    private final List<Station> found = new ArrayList<>();
    private final Set<String> forms = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    private Stations(Portal portal) {
        this.portal = portal;
    }

    /** Looks for them, from every entrance. */
    static Stations of(Portal portal) {
        Stations stations = new Stations(portal);
        Entrance.all(portal).forEach(stations::lookFrom);
        return stations;
    }

    private void lookFrom(Entrance entrance) {
        Deque<Station> open = new ArrayDeque<>();
        open.add(new Station(entrance, List.of(), ""));
        while (!open.isEmpty()) {
            Station station = open.pop();
            Page page = station.arrive(new Visitor(portal));
            boolean isElsewhere = page.html().isEmpty();
            if (isElsewhere || !known.add(Station.key(page))) {
                continue;
            }
            found.add(station.known(Station.key(page)));
            forms.addAll(Station.shapes(page.document()));
            if (station.moves().size() < DEEPEST) {
                Station.movesFrom(page).stream().map(station::then).forEach(open::add);
            }
        }
    }

    /** The pages, in the order in which they were found. */
    List<Station> pages() {
        return found;
    }

    /** The forms that were met, each by the names of its fields. */
    Set<String> forms() {
        return forms;
    }
}
