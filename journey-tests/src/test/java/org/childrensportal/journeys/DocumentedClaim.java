package org.childrensportal.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.childrensportal.checks.DocumentTable;

/**
 * A row of the table of claims.
 *
 * @param name of the claim
 * @param places where it is
 * @param type its type in JSON
 * @param examples its value for each kind of person, by the column's heading; empty if the claim is
 *     absent
 * @param made whether the portal makes the value, so that it is another each time
 */
record DocumentedClaim(
        String name,
        Set<String> places,
        String type,
        Map<String, Optional<JsonNode>> examples,
        boolean made) {

    static final Path PAGE = Path.of("../docs/relying-applications.md");

    /** All of them. */
    static List<DocumentedClaim> all() {
        return DocumentTable.under(PAGE, "Claims").stream().map(DocumentedClaim::of).toList();
    }

    private static DocumentedClaim of(Map<String, String> row) {
        return new DocumentedClaim(
                DocumentTable.code(row.get("claim")),
                Set.of(row.get("where").split(", ")),
                row.get("type"),
                Map.of(
                        "a professional", example(row.get("a professional")),
                        "a member of the public", example(row.get("a member of the public"))),
                row.get("whose word it is").startsWith("the portal's"));
    }

    private static Optional<JsonNode> example(String cell) {
        return cell.equals("absent")
                ? Optional.empty()
                : Optional.of(ToldClaims.read(DocumentTable.code(cell)));
    }

    /** Whether somebody of this kind has it in that place. */
    boolean isIn(String place, String person) {
        return places.contains(place) && examples.get(person).isPresent();
    }

    /** The value that somebody of this kind has. */
    JsonNode value(String person) {
        return examples.get(person).orElseThrow();
    }
}
