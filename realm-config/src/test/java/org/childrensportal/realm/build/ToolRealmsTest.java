package org.childrensportal.realm.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of the realm that is imported")
class ToolRealmsTest {

    private static final Path MADE = Path.of("target/classes");

    private final ObjectNode realm = AssembleRealm.read(MADE.resolve("portal-realm.json"));

    ToolRealmsTest() throws IOException {}

    @Test
    @DisplayName("keycloak-config-cli gets all, with its own spelling of what is left open")
    void configCli() throws IOException {
        ObjectNode made = AssembleRealm.read(MADE.resolve("config-cli/portal-realm.json"));
        assertThat(made.at("/smtpServer/password").textValue())
                .isEqualTo("$(PORTAL_SMTP_PASSWORD:-)");
        assertThat(made.toString()).doesNotContain("${PORTAL_");
        assertThat(made.get("userProfile"))
                .isEqualTo(AssembleRealm.read(Path.of("src/main/resources/user-profile.json")));
        assertThat(made.get("authenticationFlows")).isEqualTo(realm.get("authenticationFlows"));
        assertThat(made.get("clientScopes")).isEqualTo(realm.get("clientScopes"));
    }

    @Test
    @DisplayName("Keycloak's operator gets all, with what is left open from a secret")
    void operator() throws IOException {
        ObjectNode made = AssembleRealm.read(MADE.resolve("kubernetes/portal-realm-import.json"));
        assertThat(made.at("/spec/realm")).isEqualTo(realm);
        assertThat(made.at("/spec/placeholders/PORTAL_SMTP_PASSWORD/secret/key").textValue())
                .isEqualTo("PORTAL_SMTP_PASSWORD");
        assertThat(made.at("/spec/placeholders")).hasSameSizeAs(Placeholders.in(realm).keySet());
    }
}
