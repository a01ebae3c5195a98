package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Whoever changes their details")
class DetailsPageIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "details-" + UUID.randomUUID() + "@example.com";
    private Browserless browser;
    private String id;

    DetailsPageIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void registered() {
        Page code =
                Registration.detailsPage(portal)
                        .submit(Registration.PROFESSIONAL)
                        .submit(Registration.account(address));
        code.submit(Map.of("code", portal.codeFor(address)));
        browser = code.browser();
        id = admin.people().userId(address);
    }

    private Page page() {
        return browser.get(portal.authorization("&kc_action=UPDATE_PROFILE"));
    }

    private String stored(String name) {
        JsonNode user = read(admin.send("GET", "/users/" + id, "").body());
        return user.has(name)
                ? user.get(name).textValue()
                : user.at("/attributes/" + name + "/0").asText("");
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As on the page of an administrator's console, which sends the whole account. */
    private void edit(String name, String value) {
        ObjectNode user = (ObjectNode) read(admin.send("GET", "/users/" + id, "").body());
        if (user.has(name)) {
            user.put(name, value);
        } else {
            ((ObjectNode) user.get("attributes")).putArray(name).add(value);
        }
        assertThat(admin.send("PUT", "/users/" + id, user.toString()).statusCode()).isEqualTo(204);
    }

    @Test
    @DisplayName("is asked what registration asks, in its words, and not for the email address")
    void questions() {
        Page page = page();
        assertThat(page.heading()).isEqualTo("Your details");
        assertThat(page.document().select("main form label, main form legend").eachText())
                .containsExactly(
                        "Forename *",
                        "Surname *",
                        "Is this account being used in a professional capacity? *",
                        "Yes",
                        "No",
                        "Role *",
                        "Organisation *",
                        "Street *",
                        "Town *",
                        "Post code *");
        assertThat(page.value("postal_code")).isEqualTo("SW1A 1AA");
        Page refused = page.send(Map.of("postal_code", "nowhere", "firstName", ""));
        assertThat(refused.errors())
                .containsExactlyInAnyOrder("Enter your forename", "Enter a full UK postcode");
        assertThat(refused.value("postal_code")).isEqualTo("nowhere");
    }

    @Test
    @DisplayName("has them changed, with an event that says what, and the address left alone")
    void changed() {
        Page after =
                page().send(
                                Map.of(
                                        "lastName", "Byrne",
                                        "postal_code", "ec1a1bb",
                                        "email", "somebody-else@example.com"));
        assertThat(after.address()).hasParameter("kc_action_status", "success");
        assertThat(stored("lastName")).isEqualTo("Byrne");
        assertThat(stored("postal_code")).isEqualTo("EC1A 1BB");
        assertThat(stored("email")).isEqualTo(address);
        assertThat(admin.history().events("UPDATE_PROFILE", id))
                .singleElement()
                .asString()
                .contains("updated_last_name", "Byrne", "updated_postal_code")
                .doesNotContain("updated_email");
    }

    @Test
    @DisplayName("and is no professional any more, has no work details any more")
    void privatePerson() {
        page().send(Map.of("professional", "false"));
        assertThat(stored("professional")).isEqualTo("false");
        assertThat(stored("jobRole")).isEmpty();
        assertThat(stored("street")).isEmpty();
    }

    @Test
    @DisplayName("sees what an administrator changed meanwhile, and writes it over only knowingly")
    void meanwhile() {
        Page page = page();
        edit("organisation", "School Two");
        edit("lastName", "O’Brien");
        Page told = page.send(Map.of("lastName", "Byrne", "firstName", "Zoe"));
        assertThat(told.heading()).isEqualTo("Your details");
        assertThat(told.document().select(".portal-notice").text())
                .contains("Organisation School Two", "Surname O’Brien")
                .doesNotContain("Forename");
        assertThat(told.value("organisation")).isEqualTo("School Two");
        assertThat(told.value("lastName")).isEqualTo("Byrne");
        assertThat(told.value("firstName")).isEqualTo("Zoe");
        assertThat(stored("firstName")).isEqualTo("Zoë");
        told.send(Map.of());
        assertThat(stored("organisation")).isEqualTo("School Two");
        assertThat(stored("lastName")).isEqualTo("Byrne");
        assertThat(stored("firstName")).isEqualTo("Zoe");
    }

    @Test
    @DisplayName("changes nothing that is not on the page, nor what a field was left out of")
    void leftOut() {
        Map<String, String> some = new HashMap<>();
        some.put("firstName", "Zoe");
        some.put("emailVerified", "false");
        some.put("claimedEmail", "x@example.com");
        Page after = page().submit(some);
        assertThat(after.address()).hasParameter("kc_action_status", "success");
        assertThat(stored("lastName")).isEqualTo("O'Brien");
        assertThat(stored("jobRole")).isEqualTo("Teacher");
        assertThat(stored("claimedEmail")).isEmpty();
    }

    @Test
    @DisplayName("changes nothing any more once an administrator switched the action off")
    void switchedOff() {
        String path = "/authentication/required-actions/UPDATE_PROFILE";
        String action = admin.send("GET", path, "").body();
        Page page = page();
        admin.send("PUT", path, action.replace("\"enabled\":true", "\"enabled\":false"));
        try {
            assertThat(page.send(Map.of("lastName", "Byrne")).address())
                    .hasParameter("kc_action_status", "error");
        } finally {
            admin.send("PUT", path, action);
        }
        assertThat(stored("lastName")).isEqualTo("O'Brien");
    }

    @Test
    @DisplayName("in two tabs at once, is told in the second what the first has changed")
    void twoTabs() {
        Page one = page();
        Page two = page();
        one.send(Map.of("lastName", "Byrne"));
        Page told = two.send(Map.of("firstName", "Zoe"));
        assertThat(told.document().select(".portal-notice").text()).contains("Surname Byrne");
        told.send(Map.of());
        assertThat(stored("lastName")).isEqualTo("Byrne");
        assertThat(stored("firstName")).isEqualTo("Zoe");
    }

    @Test
    @DisplayName("can cancel")
    void cancelled() {
        Page back = page().submit(Map.of("cancel-aia", "true", "lastName", "Byrne"));
        assertThat(back.address()).hasParameter("kc_action_status", "cancelled");
        assertThat(stored("lastName")).isEqualTo("O'Brien");
    }
}
