package org.childrensportal.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The realm of the stock server: the portal's realm with everything that is ours taken out and
 * Keycloak's own in its place, so that both have the same limits, events, sessions, mail, hashing
 * and client.
 */
final class StockRealmFile {

    /** The realm's name. */
    static final String NAME = "stock";

    /** What Keycloak has for the portal's rules. */
    private static final String PASSWORD_POLICY =
            "length(14) and maxLength(128) and upperCase(1) and lowerCase(1) and digits(1)"
                    + " and specialChars(1) and notUsername and notEmail and passwordHistory(9)";

    /** Of the portal's realm: what Keycloak makes by itself, and what names our providers. */
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "realm",
                    "displayName",
                    "loginTheme",
                    "emailTheme",
                    "browserFlow",
                    "registrationFlow",
                    "directGrantFlow",
                    "resetCredentialsFlow",
                    "authenticationFlows",
                    "authenticatorConfig",
                    "requiredActions",
                    "components",
                    "clientScopes",
                    "defaultDefaultClientScopes",
                    "defaultOptionalClientScopes",
                    "clients",
                    "clientScopeMappings",
                    "defaultRole",
                    "roles");

    private StockRealmFile() {}

    /**
     * Its representation.
     *
     * @param realmJar the jar that holds {@code portal-realm.json}
     * @param callback where its client sends people back to
     */
    static String json(Path realmJar, String callback) {
        try (FileSystem jar = FileSystems.newFileSystem(realmJar)) {
            ObjectMapper mapper = new ObjectMapper();
            ObjectNode realm =
                    (ObjectNode)
                            mapper.readTree(Files.readString(jar.getPath("portal-realm.json")));
            Set<String> missing = new TreeSet<>(LEFT_OUT);
            realm.fieldNames().forEachRemaining(missing::remove);
            if (!missing.isEmpty()) {
                throw new IllegalStateException("the portal's realm has no " + missing);
            }
            ObjectNode client = client(realm.get("clients"), callback);
            realm.remove(LEFT_OUT);
            realm.put("realm", NAME);
            realm.put("verifyEmail", true);
            realm.put("passwordPolicy", PASSWORD_POLICY);
            realm.set("eventsListeners", mapper.valueToTree(List.of("jboss-logging")));
            realm.set("clients", mapper.createArrayNode().add(client));
            return realm.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode client(JsonNode clients, String callback) {
        for (JsonNode client : clients) {
            if (client.get("clientId").asText().equals("portal-web")) {
                ObjectNode ours = (ObjectNode) client;
                ArrayNode redirects = ours.putArray("redirectUris");
                redirects.add(callback);
                ours.remove(List.of("optionalClientScopes"));
                return ours;
            }
        }
        throw new IllegalStateException("the portal's realm has no client portal-web");
    }
}
