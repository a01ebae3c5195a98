package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminCommands;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.OtherRealm;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A realm that is there already becomes the portal's, and can leave again")
class ExistingRealmIT {

    private final Portal portal;
    private final String address = "guest-" + UUID.randomUUID() + "@example.com";

    ExistingRealmIT(Portal portal) {
        this.portal = portal;
    }

    /** Realms that administrators have, each with something of its own. */
    enum Realm {
        STOCK(""),
        EMAIL_AS_USER_NAME(", \"registrationEmailAsUsername\": true"),
        DUPLICATE_EMAILS(", \"duplicateEmailsAllowed\": true, \"loginWithEmailAllowed\": false"),
        VERIFIES_ADDRESSES(
                ", \"verifyEmail\": true, \"registrationAllowed\": true, \"resetPasswordAllowed\":"
                        + " true, \"bruteForceProtected\": true"),
        ITS_OWN_SETTINGS(
                ", \"passwordPolicy\": \"length(8) and passwordHistory(3) and hashIterations(1)\","
                        + " \"eventsListeners\": [\"jboss-logging\", \"email\"], \"loginTheme\":"
                        + " \"keycloak.v2\", \"internationalizationEnabled\": true,"
                        + " \"supportedLocales\": [\"de\", \"en\"], \"defaultLocale\": \"de\","
                        + " \"attributes\": {\"of-its-own\": \"kept\"}"),
        ITS_OWN_PROFILE(
                ", \"components\": {\"org.keycloak.userprofile.UserProfileProvider\":"
                        + " [{\"providerId\": \"declarative-user-profile\", \"config\":"
                        + " {\"kc.user.profile.config\": [\"{\\\"attributes\\\":["
                        + attributes(
                                "username",
                                "email",
                                "firstName",
                                "lastName",
                                "organisation",
                                "claimedEmail",
                                "badge")
                        + "]}\"]}}]}"),
        ITS_OWN_FLOW("") {
            @Override
            OtherRealm make(Portal portal) {
                OtherRealm realm = super.make(portal);
                realm.asksForNameAndPasswordOnTwoPages();
                return realm;
            }
        },
        WITH_ONE_REQUIRED_ACTION(
                ", \"requiredActions\": [{\"alias\": \"UPDATE_PASSWORD\", \"providerId\":"
                        + " \"UPDATE_PASSWORD\", \"name\": \"Update Password\", \"enabled\": true,"
                        + " \"priority\": 1}]");

        private final String settings;

        Realm(String settings) {
            this.settings = settings;
        }

        private static String attributes(String... names) {
            return Stream.of(names)
                    .map(
                            name ->
                                    ("{'name': '%s', 'permissions': {'view': ['admin', 'user'],"
                                                    + " 'edit': ['admin', 'user']}}")
                                            .formatted(name)
                                            .replace("'", "\\\""))
                    .collect(Collectors.joining(","));
        }

        /** Hashes are most of what the tests would do. */
        OtherRealm make(Portal portal) {
            return OtherRealm.make(
                    portal.address(),
                    portal.mail(),
                    "guest-" + UUID.randomUUID(),
                    settings.contains("passwordPolicy")
                            ? settings
                            : settings + ", \"passwordPolicy\": \"hashIterations(1)\"");
        }
    }

    @ParameterizedTest
    @EnumSource(Realm.class)
    @DisplayName("whatever it has of its own: tried first, set up once, left as it was before")
    void thereAndBack(Realm kind) {
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

    /** The page in docs has each step by its name, and where it is set by hand. */
    private static void assertSaid(String page, JsonNode answer) {
        String text = AdminCommands.text(Path.of("../docs", page));
        for (JsonNode change : answer.get("changes")) {
            assertThat(text).contains("`" + change.get("step").textValue() + "`");
            if (page.equals("existing-realm.md")) {
                assertThat(text).contains("*" + change.get("where").textValue() + "*");
            }
        }
    }

    @Test
    @DisplayName("by the commands of the page in docs, given twice, with the same journey")
    void byCommand(@TempDir Path folder) {
        OtherRealm realm = Realm.STOCK.make(portal);
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
        OtherRealm realm = Realm.STOCK.make(portal);
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

    @ParameterizedTest
    @ValueSource(strings = {"set-up", "leave"})
    @DisplayName("but not by whoever may not manage it, nor by a dry run that is neither")
    void refused(String what) {
        OtherRealm realm = Realm.STOCK.make(portal);
        try {
            assertThat(realm.send("POST", "/portal/" + what + "?dry-run=perhaps", "").statusCode())
                    .isEqualTo(400);
            Set<String> before = realm.export();
            assertThat(realm.send("POST", "/portal/" + what, "").statusCode()).isEqualTo(200);
            assertThat(realm.changesSince(before)).as("without dry-run").isEmpty();
            String viewer = realm.viewer();
            assertThat(realm.sendAs(viewer, "GET", "/portal/check").statusCode()).isEqualTo(200);
            before = realm.export();
            for (String query : List.of("", "?dry-run=true", "?dry-run=false")) {
                assertThat(realm.sendAs(viewer, "POST", "/portal/" + what + query).statusCode())
                        .as(query)
                        .isEqualTo(403);
            }
            assertThat(realm.sendAs("nobody", "GET", "/portal/check").statusCode()).isEqualTo(401);
            assertThat(realm.changesSince(before)).isEmpty();
        } finally {
            realm.remove();
        }
    }

    @Test
    @DisplayName("and never the realm of the server's administrators, who could not get in")
    void master() {
        OtherRealm master = OtherRealm.at(portal.address(), portal.mail(), "master");
        assertThat(master.send("POST", "/portal/set-up?dry-run=false", "").statusCode())
                .isEqualTo(400);
        assertThat(master.tryLeave().get("changes")).isEmpty();
    }

    @Test
    @DisplayName("and a realm that was imported as the portal's lacks nothing")
    void imported() {
        OtherRealm imported = OtherRealm.at(portal.address(), portal.mail(), "portal");
        assertThat(imported.check().get("missing")).isEmpty();
        assertThat(imported.trySetUp().get("changes")).isEmpty();
    }

    @Test
    @DisplayName("and what somebody has switched off or taken out since is put right again")
    void putRight() {
        OtherRealm realm = Realm.STOCK.make(portal);
        try {
            realm.setUp();
            Set<String> whole = realm.export();
            realm.send("PUT", "", "{\"registrationAllowed\": false, \"loginTheme\": \"\"}");
            realm.send(
                    "PUT",
                    "/authentication/required-actions/portal-verify-email-code",
                    """
                    {"alias": "portal-verify-email-code", "providerId": "portal-verify-email-code",
                     "name": "Portal: confirm email address by code", "enabled": false,
                     "priority": 2000}
                    """);
            String executions = "/authentication/flows/portal%20registration/executions";
            String execution =
                    AdminConsole.object(
                            realm.send("GET", executions, "").body(),
                            "providerId",
                            "portal-account-creation");
            realm.send("PUT", executions, execution.replace("REQUIRED\"", "DISABLED\""));
            assertThat(OtherRealm.steps(realm.check().get("missing")))
                    .contains(
                            "user-registration",
                            "login-theme",
                            "required-action",
                            "registration-flow");
            assertThat(realm.check().get("stopsRegistration").toString())
                    .contains("portal-account-creation", "portal-verify-email-code");
            realm.setUp();
            assertThat(realm.changesSince(whole)).isEmpty();
        } finally {
            realm.remove();
        }
    }

    /** Why a realm is not set up yet. */
    enum Obstacle {
        ADDRESS_OF_TWO("duplicate-emails", "1 email addresses") {
            @Override
            void bring(OtherRealm realm) {
                realm.send("PUT", "", "{\"duplicateEmailsAllowed\": true}");
                realm.addPerson("first", "shared@example.com", "true");
                realm.addPerson("second", "shared@example.com", "true");
                realm.addPerson("third", "another@example.com", "true");
            }

            @Override
            void mend(OtherRealm realm) {
                realm.send("DELETE", "/users/" + realm.person("second"), "");
            }
        },
        ADDRESS_OF_TWO_FROM_BEFORE("duplicate-emails", "1 email addresses") {
            @Override
            void bring(OtherRealm realm) {
                ADDRESS_OF_TWO.bring(realm);
                realm.send("PUT", "", "{\"duplicateEmailsAllowed\": false}");
            }

            @Override
            void mend(OtherRealm realm) {
                ADDRESS_OF_TWO.mend(realm);
            }
        },
        ADDRESS_OF_ANOTHER_AS_NAME("duplicate-emails", "1 accounts") {
            @Override
            void bring(OtherRealm realm) {
                realm.send("PUT", "", "{\"loginWithEmailAllowed\": false}");
                realm.addPerson("office@example.com", "home@example.com", "true");
                realm.addPerson("office", "office@example.com", "true");
                realm.addPerson("own@example.com", "own@example.com", "true");
            }

            @Override
            void mend(OtherRealm realm) {
                realm.send("DELETE", "/users/" + realm.person("office@example.com"), "");
            }
        },
        NO_MAIL("mail-server", "Host") {
            @Override
            void bring(OtherRealm realm) {
                realm.send("PUT", "", "{\"smtpServer\": {\"from\": \"us@example.com\"}}");
            }

            @Override
            void mend(OtherRealm realm) {
                realm.send(
                        "PUT",
                        "",
                        "{\"smtpServer\": {\"from\": \"us@example.com\", \"host\": \"h\"}}");
            }
        };

        private final String step;
        private final String words;

        Obstacle(String step, String words) {
            this.step = step;
            this.words = words;
        }

        abstract void bring(OtherRealm realm);

        abstract void mend(OtherRealm realm);
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    @DisplayName("not before what would lock people out is mended, as the dry run says too")
    void notYet(Obstacle obstacle) {
        OtherRealm realm = Realm.STOCK.make(portal);
        try {
            obstacle.bring(realm);
            Set<String> before = realm.export();
            JsonNode told = realm.trySetUp().get("obstacles");
            assertThat(OtherRealm.steps(told)).containsExactly(obstacle.step);
            assertThat(told.toString()).contains(obstacle.words);
            assertThat(OtherRealm.steps(realm.check().get("missing"))).contains(obstacle.step);
            JsonNode refusal = realm.refused("set-up?dry-run=false");
            assertThat(refusal.get("obstacles")).isEqualTo(told);
            assertThat(refusal.get("errorMessage").textValue()).contains(obstacle.words);
            assertThat(realm.changesSince(before)).isEmpty();

            obstacle.mend(realm);
            realm.setUp();
            assertThat(realm.check().get("missing")).isEmpty();
        } finally {
            realm.remove();
        }
    }

    @Test
    @DisplayName("not by an administrator of the realm who would get no token any more")
    void ownAccount() {
        OtherRealm realm = Realm.STOCK.make(portal);
        try {
            realm.addPerson("boss", "boss@example.com", "false");
            realm.allow("boss", "realm-admin");
            String token = realm.token("boss");
            String setUp = "/portal/set-up?dry-run=false";
            assertThat(realm.sendAs(token, "POST", setUp).body()).contains("your-account");
            assertThat(realm.sendAs(token, "POST", setUp).statusCode()).isEqualTo(409);
            realm.send("PUT", "/users/" + realm.person("boss"), "{\"emailVerified\": true}");
            assertThat(realm.sendAs(token, "POST", setUp).statusCode()).isEqualTo(200);
        } finally {
            realm.remove();
        }
    }

    @Test
    @DisplayName("with a word about the people who are there, once")
    void people() {
        OtherRealm realm = Realm.STOCK.make(portal);
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
    @DisplayName("with the required action once, however often somebody has added it")
    void requiredActionTwice() {
        OtherRealm realm = Realm.STOCK.make(portal);
        try {
            realm.setUp();
            Set<String> whole = realm.export();
            String actions = "/authentication/required-actions/";
            String action = realm.send("GET", actions + "portal-verify-email-code", "").body();
            realm.send(
                    "PUT",
                    actions + "portal-verify-email-code",
                    action.replace(
                            "\"alias\":\"portal-verify-email-code\"", "\"alias\":\"renamed\""));
            realm.send(
                    "POST",
                    "/authentication/register-required-action",
                    "{\"providerId\": \"portal-verify-email-code\", \"name\": \"again\"}");
            assertThat(OtherRealm.steps(realm.check().get("missing"))).contains("required-action");
            realm.setUp();
            assertThat(realm.changesSince(whole)).noneMatch(line -> line.contains("renamed"));
            assertThat(realm.check().get("missing")).isEmpty();
            assertThat(Registration.register(realm, address).address()).hasParameter("code");
        } finally {
            realm.remove();
        }
    }

    @Test
    @DisplayName("with the ways in beside the password, such as single sign-on, as they were")
    void besideOtherWaysIn() {
        OtherRealm realm = Realm.STOCK.make(portal);
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
