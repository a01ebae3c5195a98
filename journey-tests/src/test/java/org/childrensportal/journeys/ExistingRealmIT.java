package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminCommands;
import org.childrensportal.servers.OtherRealm;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A realm that is there already becomes the portal's, and can leave again")
class ExistingRealmIT {

    private final Portal portal;
    private final String address = "guest-" + UUID.randomUUID() + "@example.com";

    ExistingRealmIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @EnumSource(GuestRealm.class)
    @DisplayName("whatever it has of its own: tried first, set up once, left as it was before")
    void thereAndBack(GuestRealm kind) {
        OtherRealm realm = kind.make(portal);
        try {
            Set<String> before = realm.export();
            JsonNode tried = realm.trySetUp();
            assertThat(realm.changesSince(before)).as("after a dry run").isEmpty();
            assertThat(realm.check().get("missing")).isEqualTo(tried.get("changes"));
            assertThat(realm.check().get("stopsRegistration")).isNotEmpty();

            assertSaid("existing-realm.md", tried);

            JsonNode done = realm.setUp();
            assertThat(done).isEqualTo(tried);
            assertThat(realm.setUp().get("changes")).as("the second time").isEmpty();
            assertThat(realm.check().get("missing")).isEmpty();
            assertThat(realm.check().get("stopsRegistration")).isEmpty();

            Page page = Registration.register(realm, address);
            assertThat(page.address()).hasParameter("code");
            assertThat(Registration.signIn(realm, realm.browser(), address).address())
                    .hasParameter("code");
            Registration.codePage(realm, "pending-" + address);

            JsonNode leaving = realm.tryLeave();
            assertThat(OtherRealm.steps(leaving.get("changes")))
                    .contains("pending-accounts", "tables", "password-policy", "user-profile");
            assertSaid("leaving.md", leaving);
            assertThat(realm.leave()).isEqualTo(leaving);
            assertThat(realm.leave().get("changes")).as("the second time").isEmpty();
            assertThat(realm.changesSince(before)).isEmpty();
            assertThat(realm.send("GET", "/users?search=pending", "").body()).isEqualTo("[]");
            assertThat(realm.signIn().html()).doesNotContain("childrens-portal");
        } finally {
            realm.remove();
        }
    }

    /**
     * The page in docs has each step by its name, and where it is set by hand: with the sign that
     * prose has between the places of the console, where the server's answer has one of ASCII.
     */
    private static void assertSaid(String page, JsonNode answer) {
        String text = AdminCommands.text(Path.of("../docs", page));
        for (JsonNode change : answer.get("changes")) {
            assertThat(text).contains("`" + change.get("step").textValue() + "`");
            if (page.equals("existing-realm.md")) {
                String where = change.get("where").textValue().replace(" > ", " › ");
                assertThat(text).contains("*" + where + "*");
            }
        }
    }

    @Test
    @DisplayName("by the commands of the page in docs, given twice, with the same journey")
    void byCommand(@TempDir Path folder) {
        OtherRealm realm = GuestRealm.STOCK.make(portal);
        try {
            AdminCommands shell =
                    new AdminCommands(
                            Portal.installation(),
                            folder,
                            Map.of(
                                    "REALM",
                                    realm.name(),
                                    "MAIL_HOST",
                                    "127.0.0.1",
                                    "MAIL_PORT",
                                    String.valueOf(portal.mail().port()),
                                    "MAIL_FROM",
                                    "no-reply@portal.example"));
            shell.give(Path.of("../realm-config/src/main/resources/user-profile.json"));
            shell.give(
                    "kcadm.sh config credentials --server %s --realm master --user admin --password admin"
                            .formatted(portal.address()));
            String commands = AdminCommands.of(Path.of("../docs/existing-realm.md"));

            String first = shell.give(commands);
            assertThat(realm.check().get("missing")).as(first).isEmpty();
            assertThat(realm.check().get("stopsRegistration")).as(first).isEmpty();
            Set<String> once = realm.export();
            String second = shell.give(commands);
            assertThat(realm.changesSince(once)).as(second).isEmpty();
            assertThat(shell.give("kcadm.sh get portal/check -r \"$REALM\""))
                    .contains("\"missing\" : [ ]");

            assertThat(Registration.register(realm, address).address()).hasParameter("code");
            assertThat(Registration.signIn(realm, realm.browser(), address).address())
                    .hasParameter("code");
        } finally {
            realm.remove();
        }
    }

    @Test
    @DisplayName("by one command, tried first")
    void byOneCommand(@TempDir Path folder) {
        OtherRealm realm = GuestRealm.STOCK.make(portal);
        try {
            AdminCommands shell =
                    new AdminCommands(Portal.installation(), folder, Map.of("REALM", realm.name()));
            String commands =
                    """
                    kcadm.sh config credentials --server %s --realm master --user admin --password admin
                    kcadm.sh create portal/set-up -r "$REALM" -q dry-run=%s -o
                    """;
            assertThat(shell.give(commands.formatted(portal.address(), "true")))
                    .contains("portal-sign-in");
            assertThat(realm.check().get("missing")).isNotEmpty();
            assertThat(shell.give(commands.formatted(portal.address(), "false")))
                    .contains("portal-sign-in");
            assertThat(realm.check().get("missing")).isEmpty();
        } finally {
            realm.remove();
        }
    }

    @Test
    @DisplayName("with a word about the people who are there, once")
    void people() {
        OtherRealm realm = GuestRealm.STOCK.make(portal);
        try {
            assertThat(realm.trySetUp().get("toDo")).isEmpty();
            realm.addPerson("old", "old@example.com", "true");
            JsonNode told = realm.trySetUp().get("toDo");
            assertThat(OtherRealm.steps(told)).containsExactly("people");
            assertThat(told.toString()).contains("details that are missing", "not verified");
            realm.setUp();
            assertThat(realm.trySetUp().get("toDo")).isEmpty();
        } finally {
            realm.remove();
        }
    }

    @Test
    @DisplayName("and a realm that was imported as the portal's lacks nothing")
    void imported() {
        OtherRealm imported = OtherRealm.at(portal.address(), portal.mail(), "portal");
        assertThat(imported.check().get("missing")).isEmpty();
        assertThat(imported.trySetUp().get("changes")).isEmpty();
    }

    @Test
    @DisplayName("with the ways in beside the password, such as single sign-on, as they were")
    void besideOtherWaysIn() {
        OtherRealm realm = GuestRealm.STOCK.make(portal);
        try {
            String flow = realm.flows().add("flat");
            realm.flows().put(flow, "auth-cookie", "ALTERNATIVE", 10);
            realm.flows().put(flow, "auth-username-password-form", "ALTERNATIVE", 20);
            realm.flows().bind("browserFlow", "flat");
            Set<String> before = realm.export();
            realm.setUp();
            Browserless browser = realm.browser();
            Registration.register(realm, address);
            Registration.signIn(realm, browser, address);
            assertThat(realm.signIn(browser).address()).as("again").hasParameter("code");
            realm.leave();
            assertThat(realm.changesSince(before)).isEmpty();

            realm.flows().takeOut("flat", "auth-username-password-form");
            realm.flows().put(flow, "portal-sign-in", "DISABLED", 20);
            assertThat(OtherRealm.steps(realm.setUp().get("changes"))).contains("browser-flow");
            assertThat(realm.setUp().get("changes")).isEmpty();
            Browserless other = realm.browser();
            Registration.signIn(realm, other, address);
            assertThat(realm.signIn(other).address()).as("again").hasParameter("code");
        } finally {
            realm.remove();
        }
    }
}
