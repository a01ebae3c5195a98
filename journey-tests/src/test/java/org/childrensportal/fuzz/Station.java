package org.childrensportal.fuzz;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.people.Page;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A page, by the way that leads to it.
 *
 * @param entrance where the way begins
 * @param moves what is done on each page of the way
 * @param key what the page is known by
 */
record Station(Entrance entrance, List<Move> moves, String key) {

    /** What a person may do on a page. */
    sealed interface Move {
        /** Sends one of the page's forms, answered well. */
        record Send(int form) implements Move {}

        /** Follows one of the page's links. */
        record Follow(String path) implements Move {}
    }

    /** What leads out of the way, or back to where others begin. */
    private static final List<String> NOT_FOLLOWED = List.of("/broker/", "/admin", "/resources/");

    /** Goes there as somebody new. */
    Page arrive(Visitor visitor) {
        Page page = entrance.open().apply(visitor);
        for (Move move : moves) {
            page = make(move, page, visitor);
        }
        return page;
    }

    /** Whether somebody can go there again and again: no mail is waited for on the way. */
    boolean isForComingAgain() {
        return entrance.isOpen() && moves.stream().noneMatch(Move.Send.class::isInstance);
    }

    /** What programs send that come the same way: only where it begins. */
    List<Draft> besides(Visitor visitor) {
        return moves.isEmpty() ? entrance.besides().apply(visitor) : List.of();
    }

    /** The same page by one move more. */
    Station then(Move move) {
        return new Station(entrance, Stream.concat(moves.stream(), Stream.of(move)).toList(), "");
    }

    Station known(String as) {
        return new Station(entrance, moves, as);
    }

    private static Page make(Move move, Page page, Visitor visitor) {
        if (move instanceof Move.Send send) {
            List<FormElement> forms = forms(page);
            if (send.form() >= forms.size()) {
                return page;
            }
            FormElement form = forms.get(send.form());
            Map<String, String> answers = visitor.answers(form);
            return form.attr("method").equalsIgnoreCase("post")
                    ? page.browser().post(form.absUrl("action"), answers)
                    : page.browser().get(form.absUrl("action"));
        }
        String path = ((Move.Follow) move).path();
        return links(page).stream()
                .filter(link -> shape(link).equals(path))
                .findFirst()
                .map(link -> page.browser().get(link.toString()))
                .orElse(page);
    }

    /** What is tried to leave the page by. */
    static List<Move> movesFrom(Page page) {
        List<Move> all = new ArrayList<>();
        for (int form = 0; form < forms(page).size(); form++) {
            all.add(new Move.Send(form));
        }
        links(page).stream()
                .map(Station::shape)
                // Each page is the same in Welsh; that it can be asked for is a draft of each.
                .filter(shape -> !shape.contains("kc_locale"))
                .distinct()
                .map(Move.Follow::new)
                .forEach(all::add);
        return all;
    }

    /** What a page is known by: its title without what is wrong on it, and what its forms ask. */
    static String key(Page page) {
        Document document = page.document();
        String title = document.title().replaceFirst("^(Error|Gwall): ", "");
        return title + " " + shapes(document);
    }

    /** The forms of a page, each by the names of its fields. */
    static List<String> shapes(Document document) {
        return document.select("form").stream()
                .map(
                        form ->
                                form.select("[name]").stream()
                                        .map(field -> field.attr("name"))
                                        .filter(name -> !name.isEmpty())
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(" ", "(", ")")))
                .sorted()
                .toList();
    }

    /** Its forms that are sent to the portal's server. */
    static List<FormElement> forms(Page page) {
        return page.document().select("form[action]").stream()
                .map(FormElement.class::cast)
                .filter(form -> isOurs(page, form.absUrl("action")))
                .toList();
    }

    /** Its links to the portal's server. */
    static List<URI> links(Page page) {
        return page.document().select("a[href]").stream()
                .map((Element link) -> link.absUrl("href").replaceFirst("#.*", ""))
                .filter(link -> isOurs(page, link))
                .filter(link -> NOT_FOLLOWED.stream().noneMatch(link::contains))
                .distinct()
                .map(URI::create)
                .toList();
    }

    private static boolean isOurs(Page page, String address) {
        return address.startsWith("http://" + page.address().getRawAuthority() + "/");
    }

    /** What a link is known by: its values are new each time, but for what names an action. */
    private static String shape(URI link) {
        String query = String.valueOf(link.getRawQuery());
        String names =
                Stream.of(query.split("&"))
                        .map(
                                pair ->
                                        pair.matches("(kc_action|kc_locale|mode|prompt)=.*")
                                                ? pair
                                                : pair.replaceFirst("=.*", ""))
                        .sorted()
                        .collect(Collectors.joining("&"));
        return link.getPath() + "?" + names;
    }

    /** What a browser could send from the page: its forms, its links, and its own address. */
    static List<Draft> drafts(Page page) {
        List<Draft> drafts = new ArrayList<>();
        for (FormElement form : forms(page)) {
            boolean post = form.attr("method").equalsIgnoreCase("post");
            Draft draft = new Draft(post ? "POST" : "GET", URI.create(form.absUrl("action")));
            form.formData().forEach(field -> draft.field(field.key(), field.value()));
            form.select("button[name]")
                    .forEach(button -> draft.field(button.attr("name"), button.attr("value")));
            drafts.add(draft);
        }
        drafts.add(new Draft("GET", page.address()));
        links(page).forEach(link -> drafts.add(new Draft("GET", link)));
        return drafts;
    }

    @Override
    public String toString() {
        return entrance.name() + " " + moves + " " + key;
    }
}
