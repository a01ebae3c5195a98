package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Portal.Provider.class)
@DisplayName("A realm made by as-code/kcadm/portal.sh")
class KcadmIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** The command of the page, given in the project's folder. */
    private static final String SCRIPT = AdminCommands.of(ROOT.resolve("docs/as-code.md"));

    private static final String NO_CHANGE = "no change\n";

    private final Portal portal;

    KcadmIT(Portal portal) {
        this.portal = portal;
    }

    private static String give(AdminCommands shell, String commands) {
        return shell.give("cd " + ROOT + "\n" + commands);
    }

    @Test
    @DisplayName(
            "is set as an imported one, is not touched by the second time, and is put right again")
    void twice(@TempDir Path folder) {
        try (RealmMadeAsCode made = new RealmMadeAsCode(portal)) {
            Map<String, String> environment = new HashMap<>(made.environment());
            environment.put("REALM", made.name());
            AdminCommands shell = new AdminCommands(Portal.installation(), folder, environment);
            shell.give(
                    "kcadm.sh config credentials --server %s --realm master --user admin --password admin"
                            .formatted(portal.address()));
            assertThat(give(shell, SCRIPT))
                    .contains("\"missing\" : [ ]", "\"stopsRegistration\" : [ ]")
                    .doesNotContain(NO_CHANGE, "rror");
            assertThat(made.besideImported(RealmMadeAsCode.SETTINGS)).isEmpty();
            Set<String> before = made.realm().export();
            List<String> done = made.doneByAdministrators();

            assertThat(give(shell, SCRIPT)).endsWith(NO_CHANGE).doesNotContain("changed");
            assertThat(made.realm().changesSince(before)).isEmpty();
            assertThat(made.doneByAdministrators()).isEqualTo(done);

            made.realm()
                    .send(
                            "PUT",
                            "",
                            "{\"failureFactor\": 30, \"loginTheme\": \"\", \"smtpServer\": {}}");
            assertThat(made.realm().changesSince(before)).isNotEmpty();
            assertThat(give(shell, "export PORTAL_WEB_URL=http://localhost:9/\n" + SCRIPT))
                    .contains("changed: the mail server", "\"failureFactor\" : 10")
                    .contains("changed: what the portal needs", "changed: the application");
            assertThat(give(shell, SCRIPT)).contains("changed: the application");
            assertThat(made.realm().changesSince(before)).isEmpty();

            AnotherRealm entrance = made.entrance();
            String address = "person-" + UUID.randomUUID() + "@example.com";
            assertThat(Registration.register(entrance, address).address()).hasParameter("code");
            assertThat(Registration.signIn(entrance, entrance.browser(), address).address())
                    .hasParameter("code");
        }
    }
}
