package org.childrensportal.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What is wrong with an answer, whatever was sent. */
final class Oracle {

    /** How a fault begins that is a status of the server's. */
    static final String STATUS = "status ";

    /** What no page shows, by what it is called in a report. What is sent has nothing of it. */
    private static final Map<String, Pattern> NEVER =
            Map.of(
                    "a stack trace", Pattern.compile("\\s+at [\\w.$/]+\\([\\w.]+(:\\d+)?\\)"),
                    "the name of a class",
                            Pattern.compile(
                                    "\\b(?:java|javax|jakarta|org|io|com|net|freemarker)"
                                            + "(?:\\.[a-z_]\\w*)+\\.[A-Z]\\w+|\\w+Exception\\b"),
                    "an expression", Pattern.compile("\\$\\{(?!fuzz)|<#(?!if fuzz)"),
                    "a database",
                            Pattern.compile("(?i)\\b(constraint violation|select \\w+ from|JDBC)"));

    /** What every page is sent with, and how its value begins. */
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy", "default-src 'none'; ",
                    "X-Content-Type-Options", "nosniff",
                    "Referrer-Policy", "no-referrer",
                    "Cache-Control", "");

    /** A picture in the page itself may have any letters. */
    private static final String OF_WHAT_WAS_SENT =
            "[href^=javascript:], [src*=fuzz]:not([src^=data:image/png;base64]),"
                    + " form[action*=fuzz.example]";

    private final Words words;

    Oracle(Words words) {
        this.words = words;
    }

    /** Its faults, in words; none of a good answer. */
    List<String> faults(Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() == 0) {
            faults.add("no answer");
        }
        if (answer.status() >= 500) {
            faults.add(STATUS + answer.status());
        }
        NEVER.forEach(
                (what, pattern) -> {
                    Matcher found = pattern.matcher(answer.body());
                    if (found.find()) {
                        faults.add(what + ": " + found.group().strip());
                    }
                });
        if (answer.all("Set-Cookie").anyMatch(cookie -> cookie.startsWith("fuzz"))) {
            faults.add("a cookie of what was sent");
        }
        if (answer.isPage() && !KeycloaksOwn.isOfNoRealm(answer)) {
            faults.addAll(faultsOfPage(answer));
        }
        return faults;
    }

    private List<String> faultsOfPage(Answer answer) {
        List<String> faults = new ArrayList<>();
        HEADERS.forEach(
                (name, beginning) -> {
                    if (!answer.first(name).orElse("\n").startsWith(beginning)) {
                        faults.add("page without " + name);
                    }
                });
        Document page = Jsoup.parse(answer.body());
        if (!page.select("fuzzed").isEmpty()) {
            faults.add("an element of what was sent");
        }
        if (!page.select(OF_WHAT_WAS_SENT).isEmpty()) {
            faults.add("a link of what was sent");
        }
        words.keysIn(page.text()).forEach(key -> faults.add("the key of a message: " + key));
        if (page.title().isBlank() || page.select("h1").isEmpty()) {
            faults.add("a page without a title or a heading");
        }
        return faults;
    }
}
