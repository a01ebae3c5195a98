package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminCommands;
import org.childrensportal.servers.AnotherRealm;
import org.childrensportal.servers.Portal;
import org.childrensportal.servers.RealmMadeAsCode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** No registry has the tool: its jar is named by the environment, see {@code docs/as-code.md}. */
@Tag("config-cli")
@ExtendWith(Portal.Provider.class)
@DisplayName("A realm made by keycloak-config-cli")
class ConfigCliIT {

    private static final Path SCRIPT = Path.of("../as-code/config-cli/apply.sh");
    private static final Path FILE = Path.of("../realm-config/target/classes/config-cli");
    private static final String ANEW = " --import.cache.enabled=false";

    private final Portal portal;
    private final RealmMadeAsCode made;

    ConfigCliIT(Portal portal) {
        this.portal = portal;
        this.made = new RealmMadeAsCode(portal);
    }

    @Test
    @DisplayName("is what is imported, is not touched by the second time, and is put right by it")
    void twice(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("realm.json");
        Files.writeString(
                file,
                Files.readString(FILE.resolve("portal-realm.json"))
                        .replace("\"realm\" : \"portal\"", "\"realm\" : \"" + made.name() + "\""));
        Map<String, String> environment = new HashMap<>(made.environment());
        environment.put("REALM_FILE", file.toString());
        environment.put("KEYCLOAK_URL", portal.address().toString());
        environment.put("KEYCLOAK_USER", "admin");
        environment.put("KEYCLOAK_PASSWORD", "admin");
        AdminCommands shell = new AdminCommands(Portal.installation(), folder, environment);
        String apply = SCRIPT.toAbsolutePath().normalize().toString();
        try (made) {
            assertThat(shell.give(apply)).contains("keycloak-config-cli ran in");
            assertThat(made.realm().check().get("missing")).isEmpty();
            assertThat(made.besideImported(RealmMadeAsCode.ALL_OF_THE_FILE)).isEmpty();
            Set<String> before = made.realm().export();
            List<String> done = made.doneByAdministrators();

            shell.give(apply);
            assertThat(made.realm().changesSince(before)).isEmpty();
            assertThat(made.doneByAdministrators()).isEqualTo(done);

            // By design it writes everything again then; what it writes is what is there.
            shell.give(apply + ANEW);
            assertThat(made.doneByAdministrators()).hasSizeGreaterThan(done.size());
            assertThat(made.realm().changesSince(before)).isEmpty();

            made.realm().send("PUT", "", "{\"registrationAllowed\": false}");
            shell.give(apply + ANEW);
            assertThat(made.realm().changesSince(before)).isEmpty();

            AnotherRealm entrance = made.entrance();
            String address = "person-" + UUID.randomUUID() + "@example.com";
            assertThat(Registration.register(entrance, address).address()).hasParameter("code");
            assertThat(Registration.signIn(entrance, entrance.browser(), address).address())
                    .hasParameter("code");
        }
    }
}
