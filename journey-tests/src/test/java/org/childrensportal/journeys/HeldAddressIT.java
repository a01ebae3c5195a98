package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Await;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("An address that an account has and has not proven is a claim like others")
class HeldAddressIT {

    private static final String CHANGE_BY_CODE = "/authentication/required-actions/UPDATE_EMAIL";

    private static final String ACCOUNT = "has an account now";

    private final Portal portal;
    private final AdminConsole admin;
    private final String unique = UUID.randomUUID() + "@example.com";
    private final String victims = "victim-" + unique;

    HeldAddressIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    private String user(String id) {
        return admin.send("GET", "/users/" + id, "").body();
    }

    /** Somebody confirmed, who then calls the address {@code typed} their own. */
    private String changesTo(String typed) {
        String own = "attacker-" + UUID.randomUUID() + "@example.com";
        Registration.register(portal, own);
        String id = admin.people().userId(own);
        editUsernames(true);
        HttpResponse<String> answer =
                admin.account()
                        .changeAddress(
                                admin.account().accountToken(own, Registration.PASSWORD), typed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return id;
    }

    /** Without a code: where people have no page that asks for one. */
    private void editUsernames(boolean allowed) {
        assertThat(admin.send("PUT", "", "{\"editUsernameAllowed\": " + allowed + "}").statusCode())
                .isEqualTo(204);
        String action = admin.send("GET", CHANGE_BY_CODE, "").body();
        assertThat(
                        admin.send(
                                        "PUT",
                                        CHANGE_BY_CODE,
                                        action.replaceFirst(
                                                "\"enabled\":(true|false)",
                                                "\"enabled\":" + !allowed))
                                .statusCode())
                .isEqualTo(204);
    }

    private void assertVictimGets(String holder) {
        Page victim = Registration.codePage(portal, victims);
        assertThat(portal.mail().newestTextFor(victims)).doesNotContain("already have an account");
        assertThat(victim.submit(Map.of("code", portal.codeFor(victims))).address())
                .hasParameter("code");
        assertThat(user(admin.people().userId(victims)))
                .contains("\"username\":\"" + victims + "\"", "\"emailVerified\":true");
        assertThat(user(holder))
                .contains("\"claimedEmail\":[\"" + victims + "\"]", "\"username\":\"account-")
                .doesNotContain("\"email\":\"");
    }

    @Test
    @DisplayName("called their own by somebody confirmed: who registers it gets a code, and has it")
    void selfEdited() {
        String holder = changesTo(" " + victims.toUpperCase());
        assertThat(user(holder))
                .contains("\"email\":\"" + victims + "\"", "\"emailVerified\":false");
        String removed = "removed-" + unique;
        Registration.codePage(portal, removed);
        assertVictimGets(holder);
        portal.clockAhead(Duration.ofHours(25));
        Await.until("it is removed", () -> admin.people().pending(removed).equals("[]"));
        assertThat(user(holder)).as("a real account is never removed").contains(holder);
    }

    @Test
    @DisplayName("given by another service's sign-in: the same")
    void brokered() {
        String holder = admin.people().createFederatedUser(victims);
        try {
            admin.people().setEmailVerified(holder, false);
            assertVictimGets(holder);
        } finally {
            admin.clients().removeIdentityProvider();
        }
    }

    @Test
    @DisplayName("typed wrongly by its person: they change it on the code page")
    void mistyped() {
        String wrong = "wrong-" + unique;
        String right = "right-" + unique;
        String id = changesTo(wrong);
        Page page = Registration.signIn(portal, portal.browser(), wrong);
        assertThat(page.heading()).isEqualTo("Confirm your email");
        page = page.follow("a.govuk-back-link").submit(Map.of("step", "address", "email", right));
        assertThat(page.submit(Map.of("code", portal.codeFor(right))).address())
                .hasParameter("code");
        assertThat(user(id))
                .contains("\"email\":\"" + right + "\"", "\"username\":\"" + right + "\"")
                .doesNotContain("\"claimedEmail\":[");
        Registration.register(portal, wrong);
    }

    @Test
    @DisplayName(
            "that is only the user name of an account: who registers it gets a code, and has it")
    void named() {
        addressesAreNames(false);
        String named;
        try {
            named =
                    admin.people()
                            .createNamedUser(victims, "own-" + unique, "Another-Horse-8-staple");
        } finally {
            addressesAreNames(true);
        }
        Registration.register(portal, victims);
        assertThat(portal.mail().newestTextFor(victims)).doesNotContain("already have an account");
        assertThat(admin.people().userId(victims)).isNotEqualTo(named);
        assertThat(Registration.signIn(portal, portal.browser(), victims).address())
                .hasParameter("code");
        assertThat(user(named))
                .contains("\"email\":\"own-" + unique, "\"username\":\"own-" + unique);
    }

    private void addressesAreNames(boolean are) {
        assertThat(
                        admin.send("PUT", "", "{\"registrationEmailAsUsername\": " + are + "}")
                                .statusCode())
                .isEqualTo(204);
    }

    @Test
    @DisplayName("and claimed by two others who prove it at once: one has it, all are told")
    void race() {
        for (int round = 0; round < 3; round++) {
            String contested = round + "-" + unique;
            String holder = admin.people().createUser(contested, "Another-Horse-8-staple");
            Page first = Registration.codePage(portal, contested);
            String firstCode = portal.codeFor(contested);
            portal.clockAhead(Duration.ofSeconds(61));
            Page second = Registration.codePage(portal, contested);
            String secondCode = portal.codeFor(contested);
            assertOneWins(first, firstCode, second, secondCode);
            assertThat(user(holder)).contains("\"claimedEmail\":[\"" + contested + "\"]");
            portal.clockAhead(Duration.ZERO);
        }
    }

    @Test
    @DisplayName("and proven by its holder and another at once: one has it, the other is told")
    void holdersRace() {
        for (int round = 0; round < 3; round++) {
            String contested = round + "-" + unique;
            String holder = admin.people().createUser(contested, Registration.PASSWORD);
            Page first = Registration.signIn(portal, portal.browser(), contested);
            String firstCode = portal.codeFor(contested);
            portal.clockAhead(Duration.ofSeconds(61));
            Page second = Registration.codePage(portal, contested);
            String secondCode = portal.codeFor(contested);
            assertOneWins(first, firstCode, second, secondCode);
            assertThat(user(holder)).contains(contested);
            portal.clockAhead(Duration.ZERO);
        }
    }

    private static void assertOneWins(
            Page first, String firstCode, Page second, String secondCode) {
        List<Page> answers =
                Crowd.atOnce(
                        List.of(
                                () -> first.submit(Map.of("code", firstCode)),
                                () -> second.submit(Map.of("code", secondCode))));
        assertThat(answers).hasSize(2).filteredOn(page -> page.status() >= 500).isEmpty();
        assertThat(answers).filteredOn(page -> page.html().isEmpty()).hasSize(1);
        assertThat(answers).filteredOn(page -> page.html().contains(ACCOUNT)).hasSize(1);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
        editUsernames(false);
    }
}
