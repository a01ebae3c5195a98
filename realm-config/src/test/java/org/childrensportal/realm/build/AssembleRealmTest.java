package org.childrensportal.realm.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The realm that is imported")
class AssembleRealmTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SOURCES = Path.of("src/main/resources");
    private static final Path REALM = Path.of("target/classes/portal-realm.json");

    @Test
    @DisplayName("has the user profile of the readable file")
    void profile() throws IOException {
        JsonNode text =
                AssembleRealm.read(REALM)
                        .at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                        .path("kc.user.profile.config");
        assertThat(text).hasSize(1);
        assertThat(JSON.readTree(text.get(0).textValue()))
                .isEqualTo(AssembleRealm.read(SOURCES.resolve("user-profile.json")));
    }

    @ParameterizedTest(name = "{0}, each {1} once")
    @CsvSource({
        "clientScopes, name",
        "clients, clientId",
        "authenticationFlows, alias",
        "authenticatorConfig, alias",
        "requiredActions, alias"
    })
    @DisplayName("has what is the portal's and what is Keycloak's")
    void both(String list, String key) throws IOException {
        List<String> wanted = new ArrayList<>();
        for (String file : List.of("portal-realm.json", "keycloak-defaults.json")) {
            AssembleRealm.read(SOURCES.resolve(file))
                    .path(list)
                    .forEach(item -> wanted.add(item.get(key).textValue()));
        }
        assertThat(AssembleRealm.read(REALM).get(list))
                .extracting(item -> item.get(key).textValue())
                .doesNotHaveDuplicates()
                .isEqualTo(wanted);
    }

    @Test
    @DisplayName("keeps its placeholders, which the server fills in")
    void placeholders() throws IOException {
        assertThat(AssembleRealm.read(REALM).at("/smtpServer/password").textValue())
                .isEqualTo("${PORTAL_SMTP_PASSWORD:}");
    }

    @Test
    @DisplayName("is not made if both files say the same thing, or one says it twice")
    void conflict() {
        ObjectNode portal =
                JSON.valueToTree(
                        Map.of(
                                "roles",
                                Map.of(),
                                "components",
                                Map.of(
                                        "org.keycloak.userprofile.UserProfileProvider",
                                        List.of(
                                                Map.of(
                                                        "config",
                                                        Map.of(
                                                                "kc.user.profile.config",
                                                                List.of("")))))));
        ObjectNode defaults = JSON.valueToTree(Map.of("roles", Map.of()));
        ObjectNode profile = JSON.createObjectNode();
        assertThatThrownBy(() -> AssembleRealm.assemble(portal, defaults, profile))
                .hasMessageContaining("roles");
        assertThatThrownBy(() -> AssembleRealm.assemble(defaults, defaults, profile))
                .hasMessageContaining("user profile");
    }
}
