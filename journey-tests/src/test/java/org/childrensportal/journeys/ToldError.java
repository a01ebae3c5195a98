package org.childrensportal.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.checks.DocumentTable;
import org.childrensportal.people.Page;

/**
 * An error as an application is told it.
 *
 * @param where as the table of errors says it
 * @param description empty if there is none
 */
record ToldError(String where, String error, String description) {

    /** All those of the table. */
    static Set<ToldError> documented() {
        return DocumentTable.under(DocumentedClaim.PAGE, "Errors").stream()
                .map(
                        row ->
                                new ToldError(
                                        row.get("where"),
                                        DocumentTable.code(row.get("error")),
                                        DocumentTable.code(row.get("description"))))
                .collect(Collectors.toSet());
    }

    /** With which a browser came back to the application. */
    static ToldError atCallback(Page back) {
        Map<String, String> told = parameters(back.address());
        return new ToldError(
                "callback", told.get("error"), told.getOrDefault("error_description", ""));
    }

    /** That the token endpoint answered. */
    static ToldError atTokenEndpoint(Page answer) {
        JsonNode told = ToldClaims.read(answer.html());
        return new ToldError(
                "token endpoint",
                told.path("error").asText(),
                told.path("error_description").asText());
    }

    /** The parameters of an address. */
    static Map<String, String> parameters(URI address) {
        return Stream.of(address.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(
                        Collectors.toMap(
                                parameter -> parameter[0],
                                parameter ->
                                        URLDecoder.decode(parameter[1], StandardCharsets.UTF_8)));
    }
}
