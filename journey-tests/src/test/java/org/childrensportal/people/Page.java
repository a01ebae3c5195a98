package org.childrensportal.people;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A page as a person sees it. */
public record Page(Browserless browser, URI address, int status, String html) {

    /** What the browser makes of its HTML. */
    public Document document() {
        return Jsoup.parse(html, address.toString());
    }

    /** What the tab says. */
    public String title() {
        return document().title();
    }

    /** The text of its heading. */
    public String heading() {
        return document().select("h1").text();
    }

    /** The messages of the error summary. */
    public List<String> errors() {
        return document()
                .select(".govuk-error-summary__body li, .govuk-error-summary__body p")
                .eachText();
    }

    /** What a field holds, by its id. */
    public String value(String field) {
        return document().select("#" + field).attr("value");
    }

    /** Sends the first form of the page, filled in so. */
    public Page submit(Map<String, String> form) {
        return browser.post(document().select("form").first().absUrl("action"), form);
    }

    /** Sends the first form of the page as it stands, but for what is filled in so. */
    public Page send(Map<String, String> typed) {
        FormElement form = (FormElement) document().select("form").first();
        Stream<String> untouched =
                form.formData().stream()
                        .filter(field -> !typed.containsKey(field.key()))
                        .map(field -> field(field.key(), field.value()));
        Stream<String> filledIn =
                typed.entrySet().stream().map(field -> field(field.getKey(), field.getValue()));
        return browser.post(
                form.absUrl("action"),
                Stream.concat(untouched, filledIn).collect(Collectors.joining("&")));
    }

    private static String field(String name, String value) {
        return Browserless.encode(name) + "=" + Browserless.encode(value);
    }

    /**
     * Follows the first such link.
     *
     * @throws AssertionError if there is none
     */
    public Page follow(String selector) {
        Element link = document().select(selector).first();
        if (link == null) {
            throw new AssertionError("no %s on page %d %s".formatted(selector, status, title()));
        }
        return browser.get(link.absUrl("href"));
    }
}
