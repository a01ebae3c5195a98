package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminCommands;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.childrensportal.servers.SpringApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Portal.Provider.class)
@DisplayName("An application by Spring Security, registered as docs/relying-applications.md says,")
class SpringApplicationIT {

    private static final String CLIENT = "my-application";
    private static final String SECRET = "a-secret-of-the-tests-of-32-letters";

    private final Portal portal;
    private final AdminConsole admin;
    private final Browserless browser;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";
    private SpringApplication application;
    private String id = "";
    private String said = "";

    SpringApplicationIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
        this.browser = portal.browser();
    }

    @BeforeEach
    void start(@TempDir Path folder) {
        application =
                SpringApplication.start(
                        folder.resolve("tomcat"), URI.create(issuer()), CLIENT, SECRET);
        AdminCommands shell =
                new AdminCommands(
                        Portal.installation(),
                        folder,
                        Map.of(
                                "PORTAL",
                                portal.address().toString(),
                                "REALM",
                                "portal",
                                "APPLICATION",
                                application.address().toString(),
                                "SECRET",
                                SECRET));
        shell.give(
                "kcadm.sh config credentials --server %s --realm master --user admin --password admin"
                        .formatted(portal.address()));
        said = shell.give(AdminCommands.of(DocumentedClaim.PAGE));
        id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
    }

    @AfterEach
    void stop() {
        application.close();
        admin.people().removeUser(id);
        String client = admin.send("GET", "/clients?clientId=" + CLIENT, "").body();
        admin.send("DELETE", "/clients/" + AdminConsole.field(client, "id"), "");
    }

    private String issuer() {
        return portal.address() + "/realms/portal";
    }

    /** The page at which a browser ends up that goes to and fro between application and portal. */
    private Page open(String address) {
        return arrive(browser.get(address));
    }

    private static Page arrive(Page page) {
        Page next = page;
        while (next.status() >= 300 && next.status() < 400) {
            next = next.browser().get(next.address().toString());
        }
        return next;
    }

    private Page signIn() {
        Page page = open(application.address() + "/");
        assertThat(page.heading()).as(said).isEqualTo("My account");
        return arrive(page.submit(Map.of("username", address, "password", Registration.PASSWORD)));
    }

    @Test
    @DisplayName("signs somebody in, is told who they are, and signs them out at the portal too")
    void signInAndOut() {
        JsonNode told = ToldClaims.read(signIn().html());
        assertThat(told.path("sub").asText()).isEqualTo(id);
        assertThat(told.path("email").asText()).isEqualTo(address);
        assertThat(told.path("given_name").asText()).isEqualTo("Ann");
        assertThat(told.path("professional").asBoolean(true)).isFalse();
        assertThat(told.has("organisation")).isFalse();

        assertThat(open(application.signOut()).address()).hasToString(application.signedOut());
        assertThat(admin.people().sessions(id)).isEqualTo("[]");
        assertThat(open(application.address() + "/").heading()).isEqualTo("My account");
    }

    @Test
    @DisplayName("has nobody signed in any more when the portal ends their session (back channel)")
    void backChannel() {
        assertThat(signIn().html()).contains(id);
        assertThat(open(application.address() + "/").html()).contains(id);
        admin.send("POST", "/users/" + id + "/logout", "{}");
        assertThat(open(application.address() + "/").heading()).isEqualTo("My account");
    }

    @Test
    @DisplayName("is found by its id in the realm, with the metadata of the portal beside it")
    void commands() {
        assertThat(said).contains("\"issuer\":\"" + issuer() + "\"", "\"clientId\" : \"" + CLIENT);
    }
}
