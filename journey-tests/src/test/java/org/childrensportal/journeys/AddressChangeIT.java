package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A signed-in person who changes their email address")
class AddressChangeIT {

    private static final String ENTER = "Enter the code";
    private static final String NEW = "Your new email address";

    private final Portal portal;
    private final AdminConsole admin;
    private final String next = MovingPerson.newAddress();
    private MovingPerson person;

    AddressChangeIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void signedIn() {
        person = MovingPerson.signedIn(portal);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }

    @Test
    @DisplayName("enters the code that came to the new one, and signs in with it from then on")
    void changed() {
        Page page = person.newAddressPage();
        assertThat(page.heading()).isEqualTo(NEW);
        assertThat(page.document().select("main").text()).contains(person.address());
        page = page.send(Map.of("email", " " + next.toUpperCase() + " "));
        assertThat(page.heading()).isEqualTo(ENTER);
        assertThat(page.document().select("main").text())
                .contains(next)
                .contains("your email address stays " + person.address());
        Page in = page.submit(Map.of("code", portal.codeFor(next)));
        assertThat(in.address()).hasParameter("code").hasParameter("kc_action_status", "success");
        assertThat(person.account())
                .contains("\"email\":\"" + next, "\"username\":\"" + next)
                .contains("\"emailVerified\":true");
        assertThat(Registration.signIn(portal, portal.browser(), next).address())
                .hasParameter("code");
        assertThat(Registration.signIn(portal, portal.browser(), person.address()).errors())
                .isNotEmpty();
    }

    @Test
    @DisplayName("has the old one, confirmed, until the code is entered")
    void until() {
        person.codePage(next);
        assertThat(person.account())
                .contains("\"email\":\"" + person.address(), "\"emailVerified\":true")
                .doesNotContain(next);
        assertThat(Registration.signIn(portal, portal.browser(), person.address()).address())
                .hasParameter("code");
        assertThat(portal.mail().countFor(person.address())).isZero();
    }

    @Test
    @DisplayName("is told at the old one, which learns little of the new one and the way back")
    void told() {
        person.changeTo(next);
        assertThat(portal.mail().newestSubjectFor(person.address()))
                .endsWith("your email address was changed");
        assertThat(portal.mail().newestTextFor(person.address()))
                .contains("n***@***.net", "/realms/portal/portal-way-back?token=", "until ")
                .doesNotContain(next, "council");
        assertThat(portal.mail().newestHtmlFor(person.address()))
                .contains("n***@***.net", portal.mail().wayBackFor(person.address()));
    }

    @Test
    @DisplayName("is an event of Keycloak's, with both addresses, and no code or key in any event")
    void events() {
        Page page = person.codePage(next);
        String code = portal.codeFor(next);
        page = page.submit(Map.of("code", Registration.wrong(code)));
        assertThat(page.errors()).singleElement().asString().startsWith("The code is not right.");
        page.submit(Map.of("code", code));
        assertThat(admin.history().events("UPDATE_EMAIL", person.id()))
                .singleElement()
                .asString()
                .contains("\"previous_email\":\"" + person.address())
                .contains("\"updated_email\":\"" + next);
        String key = portal.mail().wayBackFor(person.address()).replaceFirst(".*token=", "");
        assertThat(portal.events()).doesNotContain(key);
        assertThat(portal.rows("PORTAL_ADDRESS_CHANGE where USER_ID = '" + person.id() + "'"))
                .isEqualTo(1);
        admin.people().removeUser(person.id());
        assertThat(portal.rows("PORTAL_ADDRESS_CHANGE where USER_ID = '" + person.id() + "'"))
                .isZero();
    }

    @Test
    @DisplayName("keeps the subject that applications know them by; the address and name change")
    void applications() {
        Browserless another = portal.browser();
        var before =
                portal.signedIn(Registration.signIn(portal, another, person.address())).claims();
        person.changeTo(next);
        var after = portal.signedIn(Registration.signIn(portal, portal.browser(), next)).claims();
        assertThat(after.getSubject()).isEqualTo(before.getSubject());
        assertThat(after.getStringClaim("email")).isEqualTo(next);
        assertThat(after.getStringClaim("preferred_username")).isEqualTo(next);
    }

    @Test
    @DisplayName("learns nothing of an account that has the new one; only its mailbox does")
    void owned() {
        String owned = MovingPerson.signedIn(portal).address();
        Page free = person.codePage(next);
        Page taken = person.codePage(owned);
        assertThat(plain(taken, owned)).isEqualTo(plain(free, next));
        assertThat(portal.mail().newestSubjectFor(owned)).endsWith("you already have an account");
        assertThat(taken.submit(Map.of("code", "12345678")).errors())
                .singleElement()
                .asString()
                .startsWith("The code is not right.");
    }

    private static String plain(Page page, String address) {
        return page.status()
                + page.html()
                        .replace(address, "ADDRESS")
                        .replaceAll("tab_id=[\\w-]+|client_data=[\\w-]+|\\d\\d:\\d\\d, ", "")
                        .replaceAll("session_code=[\\w-]+|data-seconds=\"\\d+\"", "");
    }

    @Test
    @DisplayName("gets one that another account only claims, which is then free to choose again")
    void claimed() {
        Page other = Registration.codePage(portal, next);
        portal.clockAhead(Duration.ofSeconds(61));
        person.newAddressPage();
        Page in = person.changeTo(next);
        assertThat(in.address()).hasParameter("code");
        assertThat(other.submit(Map.of("resend", "true")).status()).isEqualTo(200);
        assertThat(person.account()).contains("\"email\":\"" + next);
    }

    @Test
    @DisplayName("is told at the field what is wrong with it, and nothing typed is lost")
    void wrong() {
        Page page = person.newAddressPage().send(Map.of("email", "ann at home"));
        assertThat(page.heading()).isEqualTo(NEW);
        assertThat(page.errors()).hasSize(1);
        assertThat(page.value("email")).isEqualTo("ann at home");
        assertThat(page.send(Map.of("email", "")).errors()).hasSize(1);
        assertThat(page.send(Map.of("email", person.address())).errors())
                .containsExactly("This is your email address already. Enter a different one");
    }

    @Test
    @DisplayName("can go back and name another, and the code of the first is void")
    void mistyped() {
        Page page = person.codePage(next);
        String first = portal.codeFor(next);
        page = page.follow(".govuk-back-link");
        assertThat(page.heading()).isEqualTo(NEW);
        assertThat(page.value("email")).isEqualTo(next);
        String right = MovingPerson.newAddress();
        page = page.send(Map.of("email", right));
        assertThat(page.submit(Map.of("code", first)).errors()).isNotEmpty();
        Page in = page.submit(Map.of("code", portal.codeFor(right)));
        assertThat(in.address()).hasParameter("code");
        assertThat(person.account()).contains("\"email\":\"" + right);
    }

    @Test
    @DisplayName("can reload and send twice")
    void twice() {
        Page form = person.newAddressPage();
        Page page = form.send(Map.of("email", next));
        form.send(Map.of("email", next));
        assertThat(page.browser().get(page.address().toString()).heading()).isEqualTo(ENTER);
        assertThat(portal.mail().countFor(next)).isEqualTo(1);
        String code = portal.codeFor(next);
        page.submit(Map.of("code", code));
        page.submit(Map.of("code", code));
        assertThat(portal.mail().countFor(person.address())).isEqualTo(1);
        assertThat(person.account()).contains("\"email\":\"" + next);
    }

    @Test
    @DisplayName("can call it off on either page, with nothing changed")
    void calledOff() {
        Page page = person.codePage(next);
        String action = page.document().select("form:has([name=cancel-aia])").attr("action");
        Page in = page.browser().post(action, Map.of("cancel-aia", "true"));
        assertThat(in.address()).hasParameter("kc_action_status", "cancelled");
        assertThat(person.account()).contains(person.address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "disabled", "signed-out"})
    @DisplayName("cannot finish what was begun before an administrator's edit")
    void edited(String edit) {
        Page page = person.codePage(next);
        String code = portal.codeFor(next);
        String path = "/users/" + person.id();
        String given = MovingPerson.newAddress();
        switch (edit) {
            case "address" -> admin.send("PUT", path, "{\"email\": \"%s\"}".formatted(given));
            case "disabled" -> admin.people().disable(person.id());
            default -> {
                portal.clockAhead(Duration.ofSeconds(2));
                admin.send("POST", path + "/logout", "");
            }
        }
        page = page.submit(Map.of("code", code));
        assertThat(person.account()).doesNotContain(next);
        // An administrator's sign-out ends the journey as well: Keycloak begins it again.
        assertThat(page.html())
                .containsPattern("since you opened this page|in the meantime|so it begins again");
    }

    @Test
    @DisplayName("is asked to by an administrator at the next sign-in, and by an emailed link")
    void asked() {
        admin.send("PUT", "/users/" + person.id(), "{\"requiredActions\": [\"UPDATE_EMAIL\"]}");
        Page page = Registration.signIn(portal, portal.browser(), person.address());
        assertThat(page.heading()).isEqualTo(NEW);
        assertThat(page.document().select("[name=cancel-aia]")).isEmpty();
        page = page.send(Map.of("email", next));
        page = page.submit(Map.of("code", portal.codeFor(next)));
        assertThat(page.address()).hasParameter("code");

        admin.send("PUT", "/users/" + person.id() + "/execute-actions-email", "[\"UPDATE_EMAIL\"]");
        String again = MovingPerson.newAddress();
        page = portal.browser().get(portal.linkFor(next)).follow("main a");
        assertThat(page.heading()).isEqualTo(NEW);
        page = page.send(Map.of("email", again));
        page = page.submit(Map.of("code", portal.codeFor(again)));
        assertThat(page.status()).isEqualTo(200);
        assertThat(person.account())
                .contains("\"email\":\"" + again)
                .doesNotContain("\"UPDATE_EMAIL\"");
    }

    @Test
    @DisplayName("voids a link to a new password that went to the old one")
    void reset() {
        Browserless elsewhere = portal.browser();
        portal.signIn(elsewhere)
                .follow("a[href*=reset-credentials]")
                .submit(Map.of("username", person.address()));
        String link = portal.linkFor(person.address());
        person.changeTo(next);
        Page page = elsewhere.get(link);
        assertThat(page.document().select("[name=password-new]")).isEmpty();
    }

    @Test
    @DisplayName("finds the page doing nothing once an administrator has switched it off")
    void switchedOff() {
        Page page = person.codePage(next);
        String code = portal.codeFor(next);
        String path = "/authentication/required-actions/UPDATE_EMAIL";
        String action = admin.send("GET", path, "").body();
        admin.send("PUT", path, action.replace("\"enabled\":true", "\"enabled\":false"));
        try {
            assertThat(page.submit(Map.of("code", code)).address())
                    .hasParameter("kc_action_status", "error");
            assertThat(person.account()).contains("\"email\":\"" + person.address());
        } finally {
            admin.send("PUT", path, action);
        }
    }

    @Test
    @DisplayName("changes nothing once an administrator lets nobody edit their address")
    void readOnly() throws IOException {
        Page page = person.codePage(next);
        String code = portal.codeFor(next);
        String profile = admin.send("GET", "/users/profile", "").body();
        JsonNode closed = new ObjectMapper().readTree(profile);
        closed.path("attributes")
                .forEach(
                        attribute -> {
                            if (attribute.path("name").asText().equals("email")) {
                                ((ObjectNode) attribute.path("permissions"))
                                        .putArray("edit")
                                        .add("admin");
                            }
                        });
        assertThat(admin.send("PUT", "/users/profile", closed.toString()).statusCode())
                .isEqualTo(200);
        try {
            assertThat(page.submit(Map.of("code", code)).address())
                    .hasParameter("kc_action_status", "error");
            assertThat(person.account()).contains("\"email\":\"" + person.address());
        } finally {
            admin.send("PUT", "/users/profile", profile);
        }
    }

    @Test
    @DisplayName("gives their password again if the sign-in is not fresh")
    void fresh() {
        portal.clockAhead(Duration.ofMinutes(6));
        Page page = person.newAddressPage();
        assertThat(page.document().select("[name=password]")).isNotEmpty();
        assertThat(page.submit(Map.of("password", Registration.PASSWORD)).heading()).isEqualTo(NEW);
    }

    @Test
    @DisplayName("is asked in Welsh, and told in Welsh")
    void welsh() {
        Page page =
                person.browser()
                        .get(portal.authorization("&kc_action=UPDATE_EMAIL&ui_locales=cy"))
                        .send(Map.of("email", next));
        assertThat(page.heading()).isEqualTo("Rhowch y cod");
        page.submit(Map.of("code", portal.codeFor(next)));
        assertThat(portal.mail().newestSubjectFor(person.address()))
                .endsWith("newidiwyd eich cyfeiriad ebost");
    }

    @Test
    @DisplayName("is under the limits of registration")
    void limits() {
        for (int time = 0; time < 3; time++) {
            person.codePage(next);
            portal.clockAhead(Duration.ofMinutes(2L * (time + 1)));
        }
        Set<Integer> statuses =
                Set.of(person.codePage("x-" + UUID.randomUUID() + "@a.org").status());
        assertThat(statuses).containsExactly(200);
        Page page = person.newAddressPage();
        for (int time = 0; time < 3 && page.errors().isEmpty(); time++) {
            page = person.codePage(next);
        }
        assertThat(page.errors()).hasSize(1);
    }
}
