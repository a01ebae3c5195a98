package org.childrensportal.fuzz;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.childrensportal.people.Page;
import org.childrensportal.servers.Portal;

/** Somebody on a page, from which they send whatever comes to their mind. */
final class Visit {

    private static final int HOPS = 5;

    private final Station station;
    private final Visitor visitor;
    private final Wire wire;
    private final List<Draft> besides;
    private Page page;

    private Visit(Station station, Visitor visitor, Wire wire, Page page) {
        this.station = station;
        this.visitor = visitor;
        this.wire = wire;
        this.page = page;
        this.besides = station.besides(visitor);
    }

    /** Somebody new comes to the page, if the way still leads there. */
    static Optional<Visit> at(Station station, Portal portal, Wire wire) {
        Visitor visitor = new Visitor(portal);
        Page page = station.arrive(visitor);
        return Station.key(page).equals(station.key())
                ? Optional.of(new Visit(station, visitor, wire, page))
                : Optional.empty();
    }

    /** The same person comes again, if the way leads there for somebody who has been there. */
    Optional<Visit> again() {
        if (!station.isForComingAgain()) {
            return Optional.empty();
        }
        visitor.opened().clear();
        Page arrived = station.arrive(visitor);
        return Station.key(arrived).equals(station.key())
                ? Optional.of(new Visit(station, visitor, wire, arrived))
                : Optional.empty();
    }

    Station station() {
        return station;
    }

    /** What a browser could send from here; the requests that they came in by are among it. */
    List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>(Station.drafts(page));
        visitor.opened().forEach(address -> drafts.add(new Draft("GET", address)));
        besides.stream().map(Draft::copy).forEach(drafts::add);
        return drafts;
    }

    String cookies(Draft draft) {
        return visitor.browser().cookiesFor(draft.path);
    }

    /** What is sent of a draft. */
    Request request(Draft draft) {
        return draft.request(host(), cookies(draft), visitor.browser().ipAddress());
    }

    private String host() {
        return visitor.portal().address().getRawAuthority();
    }

    /**
     * Sends a request and goes where the answers lead.
     *
     * @return every answer; the visitor is on the page that the last of them is
     */
    List<Answer> send(Request request) {
        URI address = URI.create("http://" + host() + page.address().getPath());
        Answer answer = wire.send(request);
        List<Answer> answers = new ArrayList<>(List.of(answer));
        keepCookies(answer);
        for (int hop = 0; hop < HOPS && answer.isRedirect(); hop++) {
            Optional<URI> next = onThisServer(address, answer.first("Location").orElseThrow());
            if (next.isEmpty()) {
                break;
            }
            address = next.get();
            answer = wire.send(request(new Draft("GET", address)));
            answers.add(answer);
            keepCookies(answer);
        }
        page = new Page(visitor.browser(), address, answer.status(), answer.body());
        return answers;
    }

    private void keepCookies(Answer answer) {
        answer.all("Set-Cookie").forEach(visitor.browser()::keep);
    }

    private Optional<URI> onThisServer(URI address, String location) {
        URI next = address.resolve(URI.create(location));
        return host().equals(next.getRawAuthority()) ? Optional.of(next) : Optional.empty();
    }

    /** Whether the page is still, or again, the one that the visitor came to. */
    boolean isStillThere() {
        return Station.key(page).equals(station.key());
    }
}
