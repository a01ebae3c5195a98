package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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

/** A realm's profile may ask more than the portal does, and keep other things under its names. */
@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The attributes that a realm had before it was the portal's")
class OwnAttributesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One of each kind of field that Keycloak has. */
    private static final String QUESTIONS =
            """
            [
              {"name": "phones", "displayName": "Telephone numbers", "multivalued": true},
              {"name": "notes", "annotations": {"inputType": "textarea"}},
              {"name": "remark", "displayName": "Remark"},
              {"name": "region", "validations": {"options": {"options": ["north", "south"]}},
               "annotations": {"inputType": "select", "inputOptionLabels": {"north": "The North"}}},
              {"name": "contact", "validations": {"options": {"options": ["post", "phone"]}},
               "annotations": {"inputType": "select-radiobuttons"}},
              {"name": "topics", "multivalued": true,
               "validations": {"options": {"options": ["law", "play", "food"]}},
               "annotations": {"inputType": "multiselect-checkboxes"}},
              {"name": "days", "multivalued": true,
               "validations": {"options": {"options": ["mon", "tue", "wed"]}},
               "annotations": {"inputType": "multiselect"}},
              {"name": "since", "annotations": {"inputType": "html5-date"}}
            ]
            """;

    /** What people have stored, whatever it is worth to the portal. */
    private static final Map<String, List<String>> STORED =
            Map.ofEntries(
                    Map.entry("phones", List.of("+44 20 7946 0001", "+44 20 7946 0002")),
                    Map.entry("notes", List.of("one line\nand another")),
                    Map.entry("remark", List.of("of two\nlines too")),
                    Map.entry("region", List.of("south")),
                    Map.entry("contact", List.of("phone")),
                    Map.entry("topics", List.of("law", "food")),
                    Map.entry("days", List.of("mon", "wed")),
                    Map.entry("since", List.of("2020-02-29")),
                    Map.entry("street", List.of("12 rue de la Paix")),
                    Map.entry("locality", List.of("Paris")),
                    Map.entry("postal_code", List.of("75001")));

    private final Portal portal;
    private final String unique = UUID.randomUUID().toString();
    private AnotherRealm realm;
    private AdminConsole admin;

    OwnAttributesIT(Portal portal) {
        this.portal = portal;
    }

    @BeforeAll
    void become() throws IOException {
        ObjectNode file = AnotherRealm.file(portal);
        file.put("bruteForceProtected", false);
        file.putArray("users")
                .add(person("untouched"))
                .add(person("changed"))
                .add(person("console"))
                .add(person("looking"));
        realm = AnotherRealm.imported(portal, file);
        admin = realm.admin();
        ObjectNode profile =
                (ObjectNode) JSON.readTree(admin.send("GET", "/users/profile", "").body());
        for (JsonNode question : JSON.readTree(QUESTIONS)) {
            ((ObjectNode) question)
                    .set(
                            "permissions",
                            JSON.readTree(
                                    "{\"view\": [\"user\", \"admin\"],"
                                            + " \"edit\": [\"user\", \"admin\"]}"));
            profile.withArray("attributes").add(question);
        }
        var saved = admin.send("PUT", "/users/profile", profile.toString());
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }

    private ObjectNode person(String name) throws JsonProcessingException {
        ObjectNode person =
                (ObjectNode)
                        JSON.readTree(
                                """
                                {"username": "%1$s", "email": "%1$s", "emailVerified": true,
                                 "enabled": true, "firstName": "Ann", "lastName": "Lee",
                                 "credentials": [%2$s]}
                                """
                                        .formatted(
                                                address(name),
                                                HashedPassword.row(
                                                        "password",
                                                        "pbkdf2-sha256",
                                                        Registration.PASSWORD,
                                                        1)));
        person.set("attributes", JSON.valueToTree(STORED));
        return person;
    }

    private String address(String name) {
        return name + "-" + unique + "@example.com";
    }

    @AfterAll
    void remove() {
        realm.close();
    }

    @Test
    @DisplayName(
            "stay as they are when the page that asks for what is missing is sent as it stands")
    void untouched() {
        Page page = signIn("untouched", "");
        assertThat(page.heading()).isEqualTo("We need to know a little more");
        assertThat(page.send(Map.of("professional", "false")).address()).hasParameter("code");
        assertThat(own("untouched")).isEqualTo(new TreeMap<>(STORED));
    }

    @Test
    @DisplayName("are changed on fields of the kind that the administrator has chosen")
    void changed() {
        signIn("changed", "").send(Map.of("professional", "false"));
        Page page = signIn("changed", "&kc_action=UPDATE_PROFILE");
        assertThat(page.document().select("textarea")).hasSize(2);
        assertThat(page.document().select("option[value=north]").text()).isEqualTo("The North");
        assertThat(page.document().select("input[name=phones]").eachAttr("value"))
                .containsExactly("+44 20 7946 0001", "+44 20 7946 0002");
        assertThat(page.document().select("input[name=topics][type=checkbox][checked]")).hasSize(2);
        assertThat(page.document().select("input[name=since]").attr("type")).isEqualTo("date");
        Page after =
                page.send(
                        Map.of(
                                "phones", "+44 20 7946 0003",
                                "region", "north",
                                "contact", "post",
                                "topics", ""));
        assertThat(after.address()).as(after.errors().toString()).hasParameter("code");
        Map<String, List<String>> expected = new TreeMap<>(STORED);
        expected.put("phones", List.of("+44 20 7946 0003"));
        expected.put("region", List.of("north"));
        expected.put("contact", List.of("post"));
        expected.remove("topics");
        assertThat(own("changed")).isEqualTo(expected);
    }

    @Test
    @DisplayName("are told at their fields, and nothing that was typed is lost")
    void mistakes() {
        Page page = signIn("looking", "");
        Page told = page.send(Map.of("region", "elsewhere", "notes", "typed\nanew"));
        assertThat(told.errors()).hasSize(2);
        assertThat(told.document().select("select#region[aria-invalid=true]")).hasSize(1);
        assertThat(told.document().select("#region-error")).hasSize(1);
        assertThat(told.document().select("textarea#notes").first().wholeText())
                .isEqualTo("typed\nanew");
    }

    @Test
    @DisplayName("stay at the account console, of somebody who isn't asked for work details")
    void console() {
        signIn("console", "").send(Map.of("professional", "false"));
        admin.people().letManageAccount(id("console"));
        String token = admin.account().accountToken(address("console"), Registration.PASSWORD);
        var saved =
                admin.account()
                        .changeProfile(token, "\"professional\": [\"false\"], \"street\": [\"x\"]");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(204);
        assertThat(own("console")).isEqualTo(new TreeMap<>(STORED));
    }

    private Page signIn(String name, String parameters) {
        return realm.browser()
                .get(realm.authorization(parameters))
                .submit(Map.of("username", address(name), "password", Registration.PASSWORD));
    }

    private String id(String name) {
        return AdminConsole.field(account(name), "id");
    }

    private String account(String name) {
        return admin.send(
                        "GET",
                        "/users?exact=true&username=" + Browserless.encode(address(name)),
                        "")
                .body();
    }

    /** What is stored under the realm's own names. */
    private Map<String, List<String>> own(String name) {
        try {
            Map<String, List<String>> own = new TreeMap<>();
            JSON.readTree(admin.send("GET", "/users/" + id(name), "").body())
                    .get("attributes")
                    .properties()
                    .forEach(
                            attribute ->
                                    own.put(
                                            attribute.getKey(),
                                            JSON.convertValue(
                                                    attribute.getValue(),
                                                    JSON.getTypeFactory()
                                                            .constructCollectionType(
                                                                    List.class, String.class))));
            own.keySet().retainAll(STORED.keySet());
            return own;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
