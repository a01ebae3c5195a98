package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AddressState;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("A pending account")
class PendingAccountIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "pending-" + UUID.randomUUID() + "@example.com";
    private Page codePage;
    private String id;

    PendingAccountIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void register() {
        codePage = Registration.codePage(portal, address);
        id = admin.people().userId(address);
    }

    @Test
    @DisplayName("edited by an administrator, keeps its claim and is confirmed")
    void edited() {
        String user = admin.send("GET", "/users/" + id, "").body();
        String changed = user.replace("\"lastName\":\"Smith-Jones\"", "\"lastName\":\"Brown\"");
        assertThat(changed).isNotEqualTo(user);
        assertThat(admin.send("PUT", "/users/" + id, changed).body()).isEmpty();
        assertThat(admin.people().pending(address)).contains("\"lastName\":\"Brown\"");
        assertThat(codePage.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
        assertThat(admin.send("GET", "/users/" + id, "").body())
                .contains("\"email\":\"" + address, "\"username\":\"" + address, "Brown")
                .doesNotContain("claimedEmail\":[");
    }

    @Test
    @DisplayName("claims the address that an administrator has put right")
    void claimEdited() {
        String right = "right-" + address;
        String user = admin.send("GET", "/users/" + id, "").body();
        String changed = user.replace("[\"" + address, "[\"" + right);
        assertThat(changed).isNotEqualTo(user);
        assertThat(admin.send("PUT", "/users/" + id, changed).body()).isEmpty();
        Page page = Registration.signIn(portal, portal.browser(), right);
        assertThat(page.submit(Map.of("code", portal.codeFor(right))).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("claims no other address than the one that was typed")
    void claimPosted() {
        String typed = "typed-" + address;
        String posted = "posted-" + address;
        Registration.accountPage(portal)
                .submit(Registration.with(Registration.account(typed), "claimedEmail", posted));
        assertThat(admin.people().pending(posted)).isEqualTo("[]");
        assertThat(admin.people().pending(typed)).isNotEqualTo("[]");
    }

    @Test
    @DisplayName("is held to the user profile when an administrator edits it")
    void profile() {
        String user = admin.send("GET", "/users/" + id, "").body();
        String changed =
                user.replace("\"professional\":[\"false\"]", "\"professional\":[\"maybe\"]");
        assertThat(changed).isNotEqualTo(user);
        assertThat(admin.send("PUT", "/users/" + id, changed).body())
                .contains("\"field\":\"professional\"");
    }

    @Test
    @DisplayName("that an administrator gives an address and vouches for, signs in with it")
    void vouchedFor() {
        String user = admin.send("GET", "/users/" + id, "").body();
        String changed =
                user.replaceFirst("\"emailVerified\":false", "\"emailVerified\":true")
                        .replaceFirst(
                                "\"username\":\"[^\"]+\"",
                                "\"username\":\"%1$s\",\"email\":\"%1$s\"".formatted(address));
        assertThat(admin.send("PUT", "/users/" + id, changed).statusCode()).isEqualTo(204);
        assertThat(Registration.signIn(portal, portal.browser(), address).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("is locked by wrong passwords like any other")
    void locked() {
        AddressState.lock(portal, address, id);
        assertThat(Registration.signIn(portal, portal.browser(), address).errors())
                .containsExactly("The email address or the password is not right");
    }

    @Test
    @DisplayName("confirmed in a session that another browser knows, does not sign that one in")
    void sessionFixation() {
        Browserless attacker = portal.browser();
        Page planted =
                portal.signIn(attacker).follow("a[href*=registration]").submit(Registration.PUBLIC);
        String victims = "victim-" + address;
        Page victim =
                attacker.twin()
                        .post(
                                planted.document().select("form").first().absUrl("action"),
                                Registration.account(victims));
        assertThat(victim.submit(Map.of("code", portal.codeFor(victims))).address())
                .hasParameter("code");
        assertThat(portal.signIn(attacker).heading()).isEqualTo("My account");
        assertThat(portal.signIn(victim.browser()).address()).hasParameter("code");
    }

    @Test
    @DisplayName("is confirmed by no code that was made for another, and the mail warns of callers")
    void codeRelay() {
        String attackers = portal.codeFor(address);
        assertThat(portal.mail().newestTextFor(address))
                .contains("We will never ask you for this code");
        portal.clockAhead(Duration.ofSeconds(61));
        Page victim = Registration.codePage(portal, address);
        assertThat(victim.submit(Map.of("code", attackers)).errors())
                .singleElement()
                .asString()
                .startsWith("The code is not right.");
        assertThat(victim.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
    }

    /** As it may come from another service, long ago, without an address. */
    @Test
    @DisplayName("is removed in time; an imported one that is only named alike is not")
    void namedAlike() {
        // Looked at before every other.
        String name = "pending-0-desk-" + UUID.randomUUID();
        String users = "[{\"username\":\"%s\",\"enabled\":true,\"createdTimestamp\":1000}]";
        assertThat(
                        admin.send(
                                        "POST",
                                        "/partialImport",
                                        "{\"ifResourceExists\":\"FAIL\",\"users\":"
                                                + users.formatted(name)
                                                + "}")
                                .statusCode())
                .isEqualTo(200);
        portal.clockAhead(Duration.ofHours(25));
        Await.until("it is removed", () -> admin.people().pending(address).equals("[]"));
        assertThat(admin.send("GET", "/users?exact=true&username=" + name, "").body())
                .contains("\"username\":\"" + name);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }
}
