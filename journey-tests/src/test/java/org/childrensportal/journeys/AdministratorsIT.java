package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminCommands;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Portal.Provider.class)
@DisplayName("The commands of docs/administrators.md")
class AdministratorsIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    AdministratorsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @AfterEach
    void defaults() {
        admin.realm().configureCodes("");
    }

    @Test
    @DisplayName("set a code's life, find a pending account, vouch for it, mail it and remove it")
    void commands(@TempDir Path folder) {
        Registration.codePage(portal, address);
        AdminCommands shell =
                new AdminCommands(
                        Portal.installation(),
                        folder,
                        Map.of("REALM", "portal", "PERSON", address));
        shell.give(
                "kcadm.sh config credentials --server %s --realm master --user admin --password admin"
                        .formatted(portal.address()));
        String said = shell.give(AdminCommands.of(Path.of("../docs/administrators.md")));

        assertThat(said)
                .contains("\"code-life-minutes\" : \"20\"", "\"username\" : \"pending-")
                .contains("\"type\" : \"REGISTER\"", "\"type\" : \"SEND_VERIFY_EMAIL\"")
                .doesNotContain("HTTP error", "Failed", "rror:", "not found", "Unknown");
        assertThat(portal.linkFor(address)).isNotEmpty();
        assertThat(admin.people().pendingIds(address)).isEmpty();
        assertThat(admin.send("GET", "/users?exact=true&email=" + address, "").body())
                .isEqualTo("[]");
    }
}
