package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.util.JsonSerialization;

@ExtendWith(Portal.Provider.class)
@DisplayName("All that is stored about somebody")
class StoredDataIT {

    private static final String ACTION = "&kc_action=portal-data";
    private static final Map<String, String> DOWNLOAD = Map.of("file", "true");

    /** Columns by which a table knows somebody. */
    private static final Set<String> OF_SOMEBODY =
            Set.of(
                    "USER_ID",
                    "AUTH_USER_ID",
                    "OWNER",
                    "OWNER_ID",
                    "REQUESTER",
                    "USERNAME",
                    "EMAIL",
                    "BROKER_USER_ID",
                    "USER_SESSION_ID",
                    "USER_CONSENT_ID");

    private final Portal portal;
    private final AdminConsole admin;
    private final Browserless browser;
    private final DataDocument document = new DataDocument();
    private final String address = "data-" + UUID.randomUUID() + "@example.com";

    StoredDataIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
        this.browser = portal.browser();
    }

    @Test
    @DisplayName("stands in docs/data.md, column by column, and nothing else does")
    void columns() {
        Map<String, Set<String>> schema = new TreeMap<>();
        for (String column : portal.columns()) {
            String[] name = column.split("\\.");
            schema.computeIfAbsent(name[0], table -> new TreeSet<>()).add(name[1]);
        }
        Map<String, Set<String>> personal = new TreeMap<>(schema);
        personal.entrySet()
                .removeIf(
                        table ->
                                document.empty().contains(table.getKey())
                                        || !table.getKey().startsWith("PORTAL_")
                                                && table.getValue().stream()
                                                        .noneMatch(OF_SOMEBODY::contains));
        assertThat(document.columns()).isEqualTo(personal);
        assertThat(schema.keySet()).containsAll(document.empty());
    }

    @Test
    @DisplayName("stands in docs/data.md, attribute by attribute of the user profile")
    void attributes() throws IOException {
        Map<?, ?> profile = map(admin.send("GET", "/users/profile", "").body());
        Set<String> names =
                ((List<?>) profile.get("attributes"))
                        .stream()
                                .map(attribute -> (String) ((Map<?, ?>) attribute).get("name"))
                                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(document.attributes()).isEqualTo(names);
    }

    @Test
    @DisplayName("is in the file, whichever table it is in, without hash or code")
    void file() throws IOException {
        String id = somebodyWithEverything();
        Page page = browser.get(portal.authorization(ACTION));
        Page file = page.send(DOWNLOAD);
        var headers = browser.answers().get(browser.answers().size() - 1).headers();
        assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(headers.firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"your-data.json\"");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        Map<?, ?> data = map(file.html());
        Set<String> holding = new TreeSet<>(portal.tablesHolding(id));
        holding.addAll(portal.tablesHolding(address));
        assertThat(holding).hasSizeGreaterThan(9).contains("PORTAL_ADDRESS_CHANGE");
        assertThat(document.parts().keySet()).containsAll(holding);
        document.parts()
                .forEach(
                        (table, part) -> {
                            if (!part.isEmpty()) {
                                assertThat(data.containsKey(part)).as(table).isTrue();
                                if (holding.contains(table)) {
                                    assertThat(String.valueOf(data.get(part)))
                                            .as(table)
                                            .isNotIn("[]", "{}", "null");
                                }
                            }
                        });
        assertThat(((Map<?, ?>) data.get("counted")).keySet())
                .map(String::valueOf)
                .contains("sends-for-account", "sends-to-address");
        assertThat(file.html())
                .contains(address, id, "Smith-Jones", "direct-grant")
                .doesNotContain("secretData", "code_id", "hashIterations", "salt")
                .doesNotContain(Registration.PASSWORD);
        assertThat(browser.get(portal.authorization("&kc_action=portal-record")).html())
                .contains("A file with your data was downloaded");
    }

    /** Registered, changed, with a role, a group, a linked account, and signed in twice. */
    private String somebodyWithEverything() {
        Page code = Registration.codePage(portal, address);
        code.submit(Map.of("code", portal.codeFor(address)));
        String id = admin.people().userId(address);
        String group = "group-" + UUID.randomUUID();
        String made =
                admin.send("POST", "/groups", "{\"name\": \"" + group + "\"}")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        admin.send(
                "PUT", "/users/" + id + "/groups/" + made.substring(made.lastIndexOf('/') + 1), "");
        Registration.signIn(portal, browser, address);
        browser.get(portal.authorization("&kc_action=UPDATE_PASSWORD"))
                .send(
                        Map.of(
                                "password-new", "Another-Horse-8-staple",
                                "password-confirm", "Another-Horse-8-staple"));
        String next = "new-" + address;
        browser.get(portal.authorization("&kc_action=UPDATE_EMAIL"))
                .send(Map.of("email", next))
                .send(Map.of("code", portal.codeFor(next)));
        admin.clients()
                .createIdentityProvider(
                        """
                        {"alias": "council", "providerId": "oidc", "enabled": true, "hideOnLogin": true,
                         "config": {"authorizationUrl": "http://localhost:9/a", "clientId": "portal",
                                    "tokenUrl": "http://localhost:9/t", "clientSecret": "unused"}}
                        """);
        admin.people().link(id, "council", "elsewhere-" + address);
        admin.account().directGrant(next, "Another-Horse-8-staple", "openid offline_access");
        return id;
    }

    @AfterEach
    void asBefore() {
        if (admin.send("GET", "/identity-provider/instances/council", "").statusCode() == 200) {
            admin.clients().removeIdentityProvider();
        }
    }

    @Test
    @DisplayName("is there to read, in the person's words, with a file to download")
    void readable() {
        Registration.detailsPage(portal)
                .submit(Registration.PROFESSIONAL)
                .submit(Registration.account(address))
                .submit(Map.of("code", portal.codeFor(address)));
        Registration.signIn(portal, browser, address);
        Page page = browser.get(portal.authorization(ACTION));
        assertThat(page.heading()).isEqualTo("Your data");
        assertThat(page.document().select("main h2").eachText())
                .containsExactly(
                        "Your account",
                        "How you sign in",
                        "What else there is",
                        "All of it as a file");
        assertThat(page.document().select("main dt").eachText())
                .contains("Email address", "Forename", "Post code", "Account made")
                .noneMatch(label -> label.contains("portal") || label.contains("$"));
        assertThat(page.document().select("main dd").eachText())
                .contains(address, "Zoë", "School <b>One</b>", "SW1A 1AA", "Yes");
        assertThat(browser.get(portal.authorization(ACTION + "&ui_locales=cy")).heading())
                .isEqualTo("Eich data");
    }

    @Test
    @DisplayName("is shown after a fresh sign-in only")
    void fresh() {
        String id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        Registration.signIn(portal, browser, address);
        portal.clockAhead(Duration.ofMinutes(6));
        try {
            Page page = browser.get(portal.authorization(ACTION));
            assertThat(page.heading()).startsWith("Sign in again as");
        } finally {
            portal.clockAhead(Duration.ZERO);
        }
    }

    private static Map<?, ?> map(String json) throws IOException {
        return JsonSerialization.readValue(json, Map.class);
    }
}
