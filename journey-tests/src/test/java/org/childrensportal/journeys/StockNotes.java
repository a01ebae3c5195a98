package org.childrensportal.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.childrensportal.checks.Plain;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Mailbox;

/**
 * What is seen of a {@link StockRealm}, without what differs from one server to the next, and
 * without what an administrator of any realm is offered of ours.
 */
final class StockNotes {

    private static final String OURS = "portal-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final Mailbox mail;
    private final AdminConsole admin;
    private final Plain plain;
    private final Map<String, String> seen = new LinkedHashMap<>();

    /**
     * @param server its address, without a slash at the end
     * @param mail where the realm's mail goes
     */
    StockNotes(URI server, Mailbox mail) {
        this.server = server;
        this.mail = mail;
        this.admin = new AdminConsole(server);
        this.plain = new Plain(server);
    }

    /** All of it so far, by what was done, in that order. */
    Map<String, String> seen() {
        return seen;
    }

    /** JSON without what differs. */
    String plain(String json) {
        return plain.json(json);
    }

    /** Every mail that has come. */
    String mails() {
        return mail.everyMail().stream().map(plain::text).collect(Collectors.joining("\n"));
    }

    /** A page, and every answer on the way to it, with their headers. */
    String page(Page page) {
        return page.browser().answers().stream().map(this::head).collect(Collectors.joining("\n"))
                + "\n"
                + plain.text(page.html());
    }

    private String head(HttpResponse<String> answer) {
        return answer.statusCode()
                + " "
                + answer.headers().map().entrySet().stream()
                        .filter(header -> !header.getKey().matches("date|content-length|:status"))
                        .map(header -> header.getKey() + ": " + values(header))
                        .sorted()
                        .collect(Collectors.joining("\n  "));
    }

    private String values(Map.Entry<String, List<String>> header) {
        return header.getKey().equals("set-cookie")
                ? header.getValue().stream()
                        .map(cookie -> cookie.replaceFirst("=[^;]*", ""))
                        .map(cookie -> cookie.replaceAll("Max-Age=[0-9]+", "Max-Age=ANY"))
                        .sorted()
                        .toList()
                        .toString()
                : plain.text(header.getValue().toString());
    }

    /** A request of an administrator's, and what comes of it. */
    void admin(String deed, String method, String path, String json) {
        answer(deed, admin.sendTo(StockRealm.NAME, method, path, json));
    }

    /** An answer, without what is ours in it. */
    void answer(String deed, HttpResponse<String> answer) {
        note(
                deed,
                answer.statusCode()
                        + " "
                        + plain.json(withoutOurs(read(answer.body())).toString()));
    }

    /** What is done, and how many hashes and mails that costs. */
    void note(String deed, Supplier<String> doing) {
        int hashes = hashes();
        int mails = mail.count();
        String outcome = doing.get();
        note(
                deed,
                "%d hashes, %d mails\n%s"
                        .formatted(hashes() - hashes, mail.count() - mails, outcome));
    }

    /**
     * What is seen.
     *
     * @throws IllegalStateException if it was noted already
     */
    void note(String deed, String outcome) {
        String same = plain.text(outcome).replace(String.valueOf(mail.port()), "SMTP_PORT");
        if (seen.put(deed, same) != null) {
            throw new IllegalStateException("noted twice: " + deed);
        }
    }

    private int hashes() {
        return Integer.parseInt(
                new Browserless(server).get(server + "/realms/master/test-hashes").html());
    }

    /** What JSON says; nothing if there is none. */
    static JsonNode read(String json) {
        try {
            return json.isEmpty() ? JSON.nullNode() : JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /**
     * The same without what has an id of ours, or is our theme: what an administrator may ask for
     * is offered in every realm of the server.
     */
    static JsonNode withoutOurs(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> isOurs(member.getKey()));
            // Of two providers with one id the higher order is asked: that is how ours are.
            object.properties().removeIf(member -> member.getKey().equals("order"));
            // Keycloak has no provider of its own for tables.
            object.properties().removeIf(member -> member.getKey().equals("jpa-entity-provider"));
        }
        if (node instanceof ArrayNode array) {
            for (int index = array.size() - 1; index >= 0; index--) {
                if (isOurs(array.get(index))) {
                    array.remove(index);
                }
            }
        }
        node.forEach(StockNotes::withoutOurs);
        return node;
    }

    private static boolean isOurs(JsonNode element) {
        return isOurs(element.asText())
                || isOurs(element.path("id").asText())
                || isOurs(element.path("providerId").asText())
                || isOurs(element.path("name").asText())
                // A type of credentials that Keycloak exports and has no provider for.
                || element.asText().equals("password-history");
    }

    private static boolean isOurs(String id) {
        // The council is the tests' own, and made of our theme.
        return id.startsWith(OURS)
                // What an administrator asks for a realm to become the portal's.
                || id.equals("portal")
                || id.equals("childrens-portal")
                || id.equals("council");
    }
}
