package org.childrensportal.realm.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the realm that is imported, when the jar is built, of what is the portal's ({@code
 * portal-realm.json}), what Keycloak wants repeated because a realm file replaces its defaults
 * ({@code keycloak-defaults.json}), and the user profile ({@code user-profile.json}), which a realm
 * file holds as a text in a text. Of the same realm it makes what two tools read:
 * keycloak-config-cli and Keycloak's operator.
 */
public final class AssembleRealm {

    private static final String PROFILE_PLACE =
            "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config";

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private AssembleRealm() {}

    /** Takes the folder of the three files, and the folder to write to. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        ObjectNode profile = read(folder.resolve("user-profile.json"));
        ObjectNode realm =
                assemble(
                        read(folder.resolve("portal-realm.json")),
                        read(folder.resolve("keycloak-defaults.json")),
                        profile);
        write(target.resolve("portal-realm.json"), realm);
        write(target.resolve("config-cli/portal-realm.json"), ConfigCliRealm.of(realm, profile));
        write(target.resolve("kubernetes/portal-realm-import.json"), RealmImportManifest.of(realm));
    }

    private static void write(Path file, ObjectNode object) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(object) + "\n");
    }

    /**
     * The whole realm.
     *
     * @throws IllegalStateException if the portal's part and Keycloak's both say something, or
     *     there is no place for the profile
     */
    static ObjectNode assemble(ObjectNode portal, ObjectNode defaults, ObjectNode profile) {
        ObjectNode realm = portal.deepCopy();
        if (!(realm.at(PROFILE_PLACE) instanceof ArrayNode place)) {
            throw new IllegalStateException("no place for the user profile: " + PROFILE_PLACE);
        }
        place.removeAll().add(profile.toString());
        defaults.properties().forEach(member -> add(realm, member.getKey(), member.getValue()));
        return realm;
    }

    private static void add(ObjectNode realm, String name, JsonNode value) {
        JsonNode ours = realm.get(name);
        if (ours == null) {
            realm.set(name, value);
        } else if (ours instanceof ArrayNode list && value instanceof ArrayNode more) {
            list.addAll(more);
        } else {
            throw new IllegalStateException(name + " is in both files, and is no list");
        }
    }

    static ObjectNode read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
