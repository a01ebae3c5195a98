package org.childrensportal.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.childrensportal.people.Browserless;

/**
 * What a server says, without what differs from one server and one moment to the next: its address,
 * ids, times, keys and session codes. What is left can be compared with another server's.
 *
 * @param server its address, without a slash at the end
 */
public record Plain(URI server) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Any text: a page, a mail, a header. */
    public String text(String text) {
        return text.replace(server.toString(), "SERVER")
                .replace(Browserless.encode(server.toString()), "SERVER")
                .replace("localhost:" + server.getPort(), "SERVER")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll(
                        "\\b(session_code|code|tab_id|client_data|state|session_state|key"
                                + "|execution|nonce|ssoLoginData|kc_state_checker)=[^&\"'\\s<]*",
                        "$1=ANY")
                .replaceAll("/resources/[^/\"]+/", "/resources/VERSION/")
                .replaceAll("\\b20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z?", "TIME")
                .replaceAll("\\b1[0-9]{12}\\b", "TIME")
                .replaceAll("\\b1[0-9]{9}\\b", "TIME")
                .replaceAll("\\b10\\.18\\.[0-9]+\\.[0-9]+\\b", "IP")
                .replaceAll("(?=[A-Za-z_/+-]*[0-9])[A-Za-z0-9_/+=.-]{40,}", "RANDOM")
                .replaceAll("(?<![A-Za-z0-9_-])(?=[A-Za-z_-]*[0-9])[A-Za-z0-9_-]{22,}", "RANDOM");
    }

    /** JSON, with the members of objects and the elements of arrays in one order. */
    public String json(String json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(sorted(JSON.readTree(json)));
        } catch (JsonProcessingException e) {
            return text(json);
        }
    }

    private Object sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, Object> members = new TreeMap<>();
            node.properties()
                    .forEach(
                            member ->
                                    members.put(
                                            text(member.getKey()),
                                            switch (member.getKey()) {
                                                case "code_id", "sessionId" -> "RANDOM";
                                                case "scope" ->
                                                        member.getValue().isTextual()
                                                                ? words(member.getValue())
                                                                : sorted(member.getValue());
                                                default -> sorted(member.getValue());
                                            }));
            return members;
        }
        if (node.isArray()) {
            return elements(node);
        }
        return node.isTextual() || node.isNumber() ? text(node.asText()) : node;
    }

    /** Keycloak names scopes in the order of their ids. */
    private String words(JsonNode text) {
        return Stream.of(text(text.asText()).split(" ")).sorted().collect(Collectors.joining(" "));
    }

    private List<Object> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(this::sorted)
                .sorted(Comparator.comparing(String::valueOf))
                .toList();
    }
}
