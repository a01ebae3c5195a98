package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.util.JsonSerialization;

@ExtendWith(Portal.Provider.class)
@DisplayName("A setting that Keycloak's console has for one of our steps")
class ConsoleSettingsIT {

    private static final String NEW = "Third-Horse-9-staple";
    private static final String RESET_FLOW =
            "/authentication/flows/portal%20reset%20credentials/executions";

    private final Portal portal;
    private final AdminConsole admin;

    ConsoleSettingsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE_EMAIL",
                "UPDATE_PASSWORD",
                "UPDATE_PROFILE",
                "portal-data",
                "portal-record",
                "portal-sessions"
            })
    @DisplayName("says how old a sign-in may be, before the password is asked for again")
    void maximumAge(String action) {
        MovingPerson person = MovingPerson.signedIn(portal);
        String path = "/authentication/required-actions/" + action + "/config";
        String before = admin.send("GET", path, "").body();
        try {
            portal.clockAhead(Duration.ofMinutes(2));
            set(path, 3600);
            assertThat(opened(person.browser(), action)).doesNotStartWith("Sign in again");
            set(path, 60);
            assertThat(opened(person.browser(), action)).startsWith("Sign in again");
        } finally {
            admin.send("PUT", path, before);
        }
    }

    private void set(String path, int seconds) {
        String config = "{\"config\": {\"max_auth_age\": \"%d\"}}".formatted(seconds);
        assertThat(admin.send("PUT", path, config).statusCode()).isEqualTo(204);
    }

    private String opened(Browserless browser, String action) {
        return browser.get(portal.authorization("&kc_action=" + action)).heading();
    }

    @Test
    @DisplayName("says who signs in again who has followed a link to a new password")
    void forceLogin() {
        String execution =
                AdminConsole.object(
                        admin.send("GET", RESET_FLOW, "").body(),
                        "providerId",
                        "portal-reset-link");
        String path =
                "/authentication/executions/" + AdminConsole.field(execution, "id") + "/config";
        assertThat(afterNewPassword().address()).hasParameter("code");
        String made =
                admin.send(
                                "POST",
                                path,
                                """
                                {"alias": "signs-in-again", "config": {"force-login": "true"}}
                                """)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        try {
            Page page = afterNewPassword();
            assertThat(page.address()).hasNoParameter("code");
            assertThat(page.browser().get(portal.authorization("")).heading())
                    .isEqualTo("My account");
        } finally {
            admin.send(
                    "DELETE",
                    "/authentication/config/" + made.substring(made.lastIndexOf('/') + 1),
                    "");
        }
    }

    private Page afterNewPassword() {
        String address = MovingPerson.signedIn(portal).address();
        Browserless browser = portal.browser();
        portal.signIn(browser)
                .follow("a[href*=reset-credentials]")
                .send(Map.of("username", address));
        Page page = browser.get(portal.linkFor(address));
        assertThat(page.heading()).isEqualTo("Change your password");
        return page.send(Map.of("password-new", NEW, "password-confirm", NEW));
    }

    @Test
    @DisplayName("says how long a password is, and how many earlier ones are refused")
    void numbersOfPolicies() {
        String policy = admin.realm().passwordPolicy();
        MovingPerson person = MovingPerson.signedIn(portal);
        try {
            setPolicy("portal-minimum-length(20) and portal-maximum-length(64)");
            assertThat(refusal(person, "a".repeat(19))).contains("20");
            assertThat(refusal(person, "a".repeat(65))).contains("64");
            setPolicy("passwordHistory(1)");
            assertThat(refusal(person, Registration.PASSWORD)).isNotEmpty();
            assertThat(refusal(person, NEW)).isEmpty();
            assertThat(refusal(person, Registration.PASSWORD)).isNotEmpty();
            assertThat(refusal(person, NEW + "-2")).isEmpty();
            assertThat(refusal(person, NEW + "-3")).isEmpty();
            assertThat(refusal(person, Registration.PASSWORD)).isEmpty();
        } finally {
            setPolicy(policy);
        }
    }

    private void setPolicy(String policy) {
        assertThat(admin.realm().setPasswordPolicy(policy).statusCode()).isEqualTo(204);
    }

    private String refusal(MovingPerson person, String password) {
        Page page = person.browser().get(portal.authorization("&kc_action=UPDATE_PASSWORD"));
        return page.send(Map.of("password-new", password, "password-confirm", password))
                .errors()
                .toString()
                .replace("[]", "");
    }

    @Test
    @DisplayName("says how long an answer may be")
    void lengthOfAnswer() throws IOException {
        String profile = admin.send("GET", "/users/profile", "").body();
        ObjectNode shorter = JsonSerialization.readValue(profile, ObjectNode.class);
        for (JsonNode attribute : shorter.get("attributes")) {
            if (attribute.get("name").asText().equals("jobRole")) {
                ((ObjectNode) attribute.at("/validations/portal-single-line")).put("maximum", 6);
            }
        }
        admin.send("PUT", "/users/profile", shorter.toString());
        try {
            assertThat(Registration.detailsPage(portal).submit(Registration.PROFESSIONAL).errors())
                    .singleElement()
                    .asString()
                    .contains("6 characters");
        } finally {
            admin.send("PUT", "/users/profile", profile);
        }
    }
}
