package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.journeys.ExistingPerson.Step;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.AnotherRealm;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.models.utils.TimeBasedOTP;

/**
 * Each row of {@code docs/existing-people.md}: people in the state in which a realm with Keycloak's
 * own settings leaves them, in a realm that is the portal's from now on.
 */
@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Somebody who is there already when a realm becomes the portal's")
class ExistingPeopleIT {

    /** Whether people are asked for details that are missing: what the tests switch. */
    enum Asked {
        AT_SIGN_IN,
        NEVER
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEW_PASSWORD = "Another-Horse-8-staple";
    private static final int MOST_STEPS = 5;

    /**
     * A test signs in several times within a moment, by a program and on a page: what Keycloak
     * takes for an attack isn't the subject.
     */
    private static final String SETTINGS =
            """
            {"bruteForceProtected": false, "otpPolicyType": "totp", "otpPolicyAlgorithm": "HmacSHA1",
             "otpPolicyDigits": 6, "otpPolicyPeriod": 30, "otpPolicyLookAheadWindow": 1,
             "otpPolicyCodeReusable": true}
            """;

    private final Portal portal;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private AnotherRealm realm;
    private AdminConsole admin;

    ExistingPeopleIT(Portal portal) {
        this.portal = portal;
    }

    /** Ways to edit a profile, or to give it another address. */
    enum Edit {
        BY_AN_ADMINISTRATOR_IN_PART {
            @Override
            void make(ExistingPeopleIT test, String name) {
                test.put(name, "{\"lastName\": \"Leigh\"}");
            }
        },
        BY_AN_ADMINISTRATOR_IN_WHOLE {
            @Override
            void make(ExistingPeopleIT test, String name) {
                test.put(name, test.user(name).replace("\"Lee\"", "\"Leigh\""));
            }
        },
        ADDRESS_BY_AN_ADMINISTRATOR {
            @Override
            void make(ExistingPeopleIT test, String name) {
                test.put(
                        name,
                        test.user(name).replace(test.address(name), "new-" + test.address(name)));
            }
        },
        IN_THE_ACCOUNT_CONSOLE {
            @Override
            void make(ExistingPeopleIT test, String name) {
                test.admin.people().letManageAccount(AdminConsole.field(test.user(name), "id"));
                String token = test.admin.account().accountToken(name, Registration.PASSWORD);
                assertThat(
                                test.admin
                                        .account()
                                        .changeAddress(token, "new-" + test.address(name))
                                        .statusCode())
                        .isEqualTo(204);
            }
        },
        BY_UPDATE_EMAIL {
            @Override
            void make(ExistingPeopleIT test, String name) {
                Page page = test.signedIn(name, "&kc_action=UPDATE_EMAIL");
                page = page.send(Map.of("email", "new-" + test.address(name)));
                assertThat(page.heading()).isEqualTo("Enter the code");
                test.confirm(page, "new-" + test.address(name));
            }
        };

        abstract void make(ExistingPeopleIT test, String name);

        String name(String unique) {
            return "edited-%d-%s".formatted(ordinal(), unique);
        }
    }

    private static String of(Asked asked, String unique) {
        return (asked == Asked.NEVER ? "n" : "a") + unique;
    }

    @BeforeAll
    void become() throws IOException {
        ObjectNode file = AnotherRealm.file(portal);
        file.setAll(JSON.readValue(SETTINGS, ObjectNode.class));
        Stream<String> rows =
                Arrays.stream(Asked.values())
                        .flatMap(
                                asked ->
                                        Arrays.stream(ExistingPerson.values())
                                                .map(person -> person.row(of(asked, unique))))
                        .flatMap(List::stream);
        Stream<String> others =
                Stream.concat(
                                Arrays.stream(Edit.values()).map(edit -> edit.name(unique)),
                                Stream.of("typing-", "welsh-", "brokered-")
                                        .map(kind -> kind + unique))
                        .map(this::complete);
        file.set(
                "users",
                JSON.readTree(
                        Stream.concat(rows, others).collect(Collectors.joining(",", "[", "]"))));
        realm = AnotherRealm.imported(portal, file);
        admin = realm.admin();
        admin.realm().connectUserStore("test-people", Registration.PASSWORD);
    }

    @AfterAll
    void remove() {
        realm.close();
    }

    static Stream<Arguments> everybody() {
        return Arrays.stream(Asked.values())
                .flatMap(
                        asked ->
                                Arrays.stream(ExistingPerson.values())
                                        .map(person -> Arguments.of(person, asked)));
    }

    @ParameterizedTest(name = "{0}, asked for missing details {1}")
    @MethodSource("everybody")
    @DisplayName("signs in by the name of old, meets what the table says, and keeps the name")
    void row(ExistingPerson person, Asked asked) {
        ask(asked);
        String id = of(asked, unique);
        String name = person.name(id);
        List<Step> expected = asked == Asked.NEVER ? person.stepsWithoutDetails() : person.steps();
        Page before = grant(name, person.password());
        assertThat(before.status()).as(before.html()).isEqualTo(statusBefore(expected));
        if (before.status() == 400) {
            assertThat(before.html()).contains("Account is not fully set up");
        }
        List<Step> met = new ArrayList<>();
        Page page =
                realm.signIn(realm.browser())
                        .submit(Map.of("username", name, "password", person.password()));
        while (page.status() == 200 && met.size() < MOST_STEPS) {
            Step step = step(page);
            met.add(step);
            page = answer(step, page, person, id);
        }
        assertThat(met).isEqualTo(expected);
        assertThat(page.address()).hasParameter("code");
        Page after =
                grant(name, expected.contains(Step.PASSWORD) ? NEW_PASSWORD : person.password());
        assertThat(after.status()).as(after.html()).isEqualTo(200);
        assertThat(preferredUserName(after)).isEqualTo(name);
    }

    private static int statusBefore(List<Step> expected) {
        return expected.stream().allMatch(step -> step == Step.APP) ? 200 : 400;
    }

    private static Step step(Page page) {
        return Arrays.stream(Step.values())
                .filter(step -> step.heading().equals(page.heading()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.heading() + "\n" + page.errors()));
    }

    private Page answer(Step step, Page page, ExistingPerson person, String id) {
        assertCalm(page);
        return switch (step) {
            case DETAILS -> page.submit(details(page));
            case CODE -> page.submit(Map.of("code", realm.codeFor(person.address(id))));
            case ADDRESS -> page.submit(Map.of("step", "address", "email", person.address(id)));
            case APP -> page.submit(Map.of("otp", app()));
            case PASSWORD ->
                    page.submit(
                            Map.of(
                                    "password-new", NEW_PASSWORD,
                                    "password-confirm", NEW_PASSWORD));
        };
    }

    /** Nothing was typed yet, so nothing can be wrong. */
    private static void assertCalm(Page page) {
        assertThat(page.title()).doesNotStartWith("Error");
        assertThat(page.errors()).isEmpty();
        assertThat(page.document().select(".govuk-error-message, [aria-invalid]")).isEmpty();
    }

    /** What is filled in stays, but for a surname that is too long. */
    private static Map<String, String> details(Page page) {
        String forename = page.value("firstName");
        String surname = page.value("lastName");
        assertThat(surname).as("what is stored is filled in").startsWith("L");
        return Map.of(
                "firstName",
                forename.isEmpty() ? "Ann" : forename,
                "lastName",
                surname.length() > 100 ? "Lee" : surname,
                "professional",
                "false");
    }

    private static String app() {
        return new TimeBasedOTP().generateTOTP(Step.SECRET);
    }

    private Page grant(String name, String password) {
        return realm.directGrant(name, password, Map.of("totp", app()));
    }

    private static String preferredUserName(Page tokens) {
        String payload = AdminConsole.field(tokens.html(), "id_token").split("\\.")[1];
        return AdminConsole.field(
                new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8),
                "preferred_username");
    }

    private void ask(Asked asked) {
        enable("VERIFY_PROFILE", asked == Asked.AT_SIGN_IN);
    }

    private void enable(String requiredAction, boolean enabled) {
        try {
            String path = "/authentication/required-actions/" + requiredAction;
            ObjectNode action = (ObjectNode) JSON.readTree(admin.send("GET", path, "").body());
            action.put("enabled", enabled);
            assertThat(admin.send("PUT", path, action.toString()).statusCode()).isEqualTo(204);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("keeps the user name, whichever way the profile or the address is edited")
    void edited(Edit edit) {
        ask(Asked.NEVER);
        String name = edit.name(unique);
        admin.realm().configureRealm("{\"editUsernameAllowed\": true}");
        enable("UPDATE_EMAIL", edit == Edit.BY_UPDATE_EMAIL);
        try {
            edit.make(this, name);
        } finally {
            enable("UPDATE_EMAIL", true);
            admin.realm().configureRealm("{\"editUsernameAllowed\": false}");
        }
        assertThat(user(name)).contains("\"username\":\"" + name + "\"");
        Page page = signedIn(name, "");
        assertThat(page.status() == 302 || page.heading().equals(Step.CODE.heading()))
                .as(page.html())
                .isTrue();
    }

    @Test
    @DisplayName("is told at the field what is missing once the form was sent, on the same page")
    void mistakes() {
        ask(Asked.AT_SIGN_IN);
        Page page = signedIn("typing-" + unique, "");
        Page told = page.submit(Map.of("firstName", "Ann", "lastName", "Lee"));
        assertThat(told.heading()).isEqualTo(Step.DETAILS.heading());
        assertThat(told.title()).startsWith("Error");
        assertThat(told.errors())
                .containsExactly(
                        "Select yes if this account is being used in a professional capacity");
        Page again = told.browser().get(realm.authorization(""));
        assertCalm(again);
    }

    @Test
    @DisplayName("reads it in Welsh")
    void welsh() {
        ask(Asked.AT_SIGN_IN);
        Page page = signedIn("welsh-" + unique, "&ui_locales=cy");
        assertThat(page.heading()).isEqualTo("Mae angen i ni wybod ychydig mwy");
        assertThat(page.document().select("main").text())
                .contains("Mae rhai o fanylion eich cyfrif ar goll");
        assertCalm(page);
    }

    @Test
    @DisplayName("keeps the user name when another service says that the address is another")
    void brokered() {
        ask(Asked.NEVER);
        String name = "brokered-" + unique;
        String council = "council-" + unique;
        portal.admin()
                .importRealm(
                        """
                        {"realm": "%s", "enabled": true,
                         "clients": [{"clientId": "portal", "secret": "of-a-test", "redirectUris": ["*"]}],
                         "users": [{"username": "ann", "email": "new-%s", "emailVerified": true, "enabled": true,
                           "firstName": "Ann", "lastName": "Lee", "credentials": [%s]}]}
                        """
                                .formatted(council, address(name), hashed()));
        try (AnotherRealm there = new AnotherRealm(portal, council)) {
            String openId = there.address() + "/protocol/openid-connect";
            admin.clients()
                    .createIdentityProvider(
                            """
                            {"alias": "council", "providerId": "oidc", "enabled": true, "trustEmail": true,
                             "config": {"authorizationUrl": "%1$s/auth", "tokenUrl": "%1$s/token",
                               "userInfoUrl": "%1$s/userinfo", "clientId": "portal",
                               "clientSecret": "of-a-test", "clientAuthMethod": "client_secret_post",
                               "defaultScope": "openid profile email", "syncMode": "FORCE"}}
                            """
                                    .formatted(openId));
            String ann = AdminConsole.field(there.admin().send("GET", "/users", "").body(), "id");
            String id = AdminConsole.field(user(name), "id");
            admin.people().link(id, "council", ann);
            Page in = signedInBy(realm.authorization("&kc_idp_hint=council"), "ann");
            assertThat(in.address()).as(in.html()).hasParameter("code");
            assertThat(user(name))
                    .contains("\"username\":\"" + name + "\"", "new-" + address(name));
            assertThat(signedIn(name, "").address()).hasParameter("code");
        }
    }

    private static String hashed() {
        return HashedPassword.row("password", "pbkdf2-sha256", Registration.PASSWORD, 1);
    }

    private Page signedInBy(String authorization, String name) {
        return realm.browser()
                .get(authorization)
                .submit(Map.of("username", name, "password", Registration.PASSWORD));
    }

    private Page signedIn(String name, String parameters) {
        return signedInBy(realm.authorization(parameters), name);
    }

    private void confirm(Page page, String address) {
        assertThat(page.submit(Map.of("code", realm.codeFor(address))).address())
                .hasParameter("code");
    }

    private Map<String, String> answers(String address) {
        return Map.of(
                "firstName", "Ann", "lastName", "Leigh", "professional", "false", "email", address);
    }

    private String address(String name) {
        return name + "@example.com";
    }

    /**
     * With nothing missing but whether it is used in a professional capacity, unless it is edited.
     */
    private String complete(String name) {
        return """
        {"username": "%s", "email": "%s", "emailVerified": true, "enabled": true,
         "firstName": "Ann", "lastName": "Lee", %s "credentials": [%s]}
        """
                .formatted(
                        name,
                        address(name),
                        name.startsWith("edited-")
                                ? "\"attributes\": {\"professional\": [\"false\"]},"
                                : "",
                        hashed());
    }

    /** The account whose name or address that is, as the console shows it. */
    private String user(String name) {
        String found =
                admin.send("GET", "/users?exact=true&username=" + Browserless.encode(name), "")
                        .body();
        String id = AdminConsole.field(found, "id");
        return admin.send("GET", "/users/" + id, "").body();
    }

    /** What Keycloak lets everybody do whose account was made in the console. */
    private void put(String name, String json) {
        var answer = admin.send("PUT", "/users/" + AdminConsole.field(user(name), "id"), json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
}
