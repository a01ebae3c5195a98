package org.childrensportal.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.childrensportal.checks.Plain;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Mailbox;

/**
 * A realm as Keycloak makes them, on one server or another, and what people and administrators do
 * in it. Whatever they see of that is noted, so that two servers can be compared.
 */
final class StockRealm {

    /** Its name. */
    static final String NAME = "stock";

    private static final String PASSWORD = "Old-horse-7";
    private static final String EARLIER = "Früher-horse-7";
    private static final String OURS = "portal-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final Mailbox mail;
    private final AdminConsole admin;
    private final Plain plain;
    private final UnaryOperator<String> export;
    private final Map<String, String> seen = new LinkedHashMap<>();

    /**
     * @param server its address, without a slash at the end
     * @param mail where the realm's mail goes
     * @param export exports a realm of the server
     */
    StockRealm(URI server, Mailbox mail, UnaryOperator<String> export) {
        this.server = server;
        this.mail = mail;
        this.admin = new AdminConsole(server);
        this.plain = new Plain(server);
        this.export = export;
    }

    /** What is seen, by what is done, in the order in which it is done. */
    Map<String, String> play() {
        admin.importRealm(realm());
        try {
            readRealm();
            signIn();
            reset();
            updatePassword();
            register();
            grants();
            account();
            editPeople();
            importPeople();
            readTraces();
            note("export", plain.json(export.apply(NAME)));
        } finally {
            admin.removeRealm(NAME);
        }
        return seen;
    }

    private String realm() {
        try (InputStream file = StockRealm.class.getResourceAsStream("/realms/stock-realm.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("SMTP_PORT", String.valueOf(mail.port()))
                    .replace(
                            "USERS",
                            List.of("ann", "ben", "cat", "dan", "eve", "fay", "gus").stream()
                                    .map(StockRealm::person)
                                    .collect(Collectors.joining(",")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String person(String name) {
        return """
        {"username": "%1$s", "email": "%1$s@stock.example", "emailVerified": %2$s, "enabled": %3$s,
         "firstName": "Ann", "lastName": "Lee", "credentials": [%4$s, %5$s]}
        """
                .formatted(
                        name,
                        !name.equals("fay"),
                        !name.equals("ben"),
                        HashedPassword.row("password", HashedPassword.COUNTING, password(name), 2),
                        HashedPassword.row(
                                "password-history", HashedPassword.COUNTING, EARLIER, 1));
    }

    /** What is hashed of fay's is spelt as few keyboards do. */
    private static String password(String name) {
        return name.equals("fay") ? Spelling.DECOMPOSED.of("Ünder-horse-7") : PASSWORD;
    }

    private void readRealm() {
        for (String path :
                List.of(
                        "",
                        "/users/profile",
                        "/users/profile/metadata",
                        "/authentication/flows",
                        "/authentication/flows/browser/executions",
                        "/authentication/flows/registration/executions",
                        "/authentication/required-actions",
                        "/authentication/required-actions/UPDATE_PASSWORD/config-description",
                        "/authentication/unregistered-required-actions",
                        "/authentication/authenticator-providers",
                        "/authentication/form-providers",
                        "/authentication/form-action-providers",
                        "/components",
                        "/client-policies/profiles?include-global-profiles=true",
                        "/client-policies/policies?include-global-policies=true",
                        "/events/config",
                        "/localization",
                        "/credential-registrators")) {
            noteAdmin("read " + path, "GET", path, "");
        }
        noteAdmin(
                "partial export",
                "POST",
                "/partial-export?exportClients=true&exportGroupsAndRoles=true",
                "");
        JsonNode info = read(admin.serverInfo());
        for (String part :
                List.of(
                        "passwordPolicies",
                        "providers",
                        "componentTypes",
                        "themes",
                        "builtinProtocolMappers",
                        "enums")) {
            note("server info " + part, plain.json(withoutOurs(info.path(part)).toString()));
        }
    }

    private void signIn() {
        Browserless browser = browser();
        note("sign-in page", () -> page(browser.get(signInPage())));
        note("sign-in right", () -> page(signIn("ann@stock.example", PASSWORD)));
        note("sign-in by name", () -> page(signIn("ann", PASSWORD)));
        note("sign-in wrong", () -> page(signIn("eve", "Wrong-horse-7")));
        note("sign-in unknown", () -> page(signIn("nobody@stock.example", PASSWORD)));
        note("sign-in empty", () -> page(signIn("", "")));
        note("sign-in odd name", () -> page(signIn(" ＡＮＮ@stock.example\u00A0", PASSWORD)));
        note("sign-in disabled", () -> page(signIn("ben", PASSWORD)));
        note("sign-in disabled, wrong", () -> page(signIn("ben", "Wrong-horse-7")));
        for (int wrong = 1; wrong <= 3; wrong++) {
            int failures = wrong;
            note("sign-in wrong " + wrong, () -> page(signIn("cat", "Wrong-horse-7")));
            Await.until(wrong + " failures", () -> failures("cat") == failures);
        }
        note("sign-in locked, right", () -> page(signIn("cat", PASSWORD)));
        note("sign-in locked, wrong", () -> page(signIn("cat", "Wrong-horse-7")));
        note("sign-in in another spelling", () -> page(signIn("fay", "Ünder-horse-7")));
        // Keycloak 26.7 refuses whoever's last failure it still sees to.
        Await.until("1 failure", () -> failures("fay") == 1);
        note("sign-in in its spelling", () -> page(signIn("fay", password("fay"))));
    }

    private int failures(String name) {
        return read(admin.sendTo(NAME, "GET", "/attack-detection/brute-force/users/" + id(name), "")
                        .body())
                .path("numFailures")
                .asInt();
    }

    private void reset() {
        for (int time = 1; time <= 3; time++) {
            note("reset " + time, () -> page(askForReset("dan@stock.example")));
        }
        note("reset by name", () -> page(askForReset("dan")));
        note("reset unknown", () -> page(askForReset("nobody@stock.example")));
        note("reset disabled", () -> page(askForReset("ben")));
        note("reset empty", () -> page(askForReset("")));
        Browserless browser = browser();
        note("reset link", () -> page(browser.get(mail.linkFor("dan@stock.example"))));
    }

    private Page askForReset(String name) {
        return browser()
                .get(signInPage())
                .follow("a[href*=reset-credentials]")
                .submit(Map.of("username", name));
    }

    private void updatePassword() {
        Browserless browser = browser();
        browser.get(signInPage()).submit(Map.of("username", "dan", "password", PASSWORD));
        note("update page", () -> page(updatePage(browser)));
        note("update empty", () -> page(update(browser, "", "")));
        note("update differs", () -> page(update(browser, "New-horse-1", "New-horse-2")));
        note("update short", () -> page(update(browser, "short", "short")));
        note("update present", () -> page(update(browser, PASSWORD, PASSWORD)));
        note("update not imported", () -> page(update(browser, EARLIER, EARLIER)));
        for (int number = 1; number <= 4; number++) {
            String next = "New-horse-" + number;
            note("update " + number, () -> page(update(browser, next, next)));
            note("rows after update " + number, rows("dan"));
        }
        for (int number = 1; number <= 4; number++) {
            String earlier = "New-horse-" + number;
            note("update back to " + number, () -> page(update(browser, earlier, earlier)));
            note("rows after going back to " + number, rows("dan"));
        }
        noteAdmin(
                "history over REST",
                "PUT",
                "/users/" + id("dan") + "/reset-password",
                "{\"type\":\"password\",\"value\":\"New-horse-4\"}");
        noteAdmin(
                "length over REST",
                "PUT",
                "/users/" + id("dan") + "/reset-password",
                "{\"type\":\"password\",\"value\":\"short\"}");
        noteAdmin(
                "new over REST",
                "PUT",
                "/users/" + id("gus") + "/reset-password",
                "{\"type\":\"password\",\"value\":\"%s\",\"temporary\":true}"
                        .formatted(Spelling.DECOMPOSED.of("Ünder-horse-8")));
        note("temporary", () -> page(signIn("gus", Spelling.DECOMPOSED.of("Ünder-horse-8"))));
    }

    private Page updatePage(Browserless browser) {
        return browser.get(signInPage() + "&kc_action=UPDATE_PASSWORD");
    }

    private Page update(Browserless browser, String password, String again) {
        return updatePage(browser)
                .submit(
                        Map.of(
                                "password-new", password,
                                "password-confirm", again,
                                "logout-sessions", "on"));
    }

    private String rows(String name) {
        return List.of("password", "password-history").stream()
                .map(type -> type + " " + rows(name, type))
                .collect(Collectors.joining("\n"));
    }

    private String rows(String name, String type) {
        return rowsOf("credential where user_id = '%s' and type = '%s'".formatted(id(name), type));
    }

    private String rowsOf(String from) {
        return browser()
                .get(server + "/realms/master/test-rows?from=" + Browserless.encode(from))
                .html();
    }

    private void register() {
        Browserless browser = browser();
        note("registration page", () -> page(registration(browser)));
        note("registration empty", () -> page(registration(browser()).submit(Map.of("email", ""))));
        note("registration short", () -> page(register("hal", "hal@stock.example", "short")));
        note("registration taken", () -> page(register("ian", "ann@stock.example", PASSWORD)));
        note("registration odd", () -> page(register("ján", " Ｊan@Stock.example ", PASSWORD)));
        note("registration", () -> page(register("kim", "Kim@Stock.example", PASSWORD)));
        noteAdmin("registered", "GET", "/users?search=kim", "");
        noteAdmin("registered oddly", "GET", "/users?search=stock.example", "");
    }

    private Page registration(Browserless browser) {
        return browser.get(signInPage()).follow("a[href*=registration]");
    }

    private Page register(String name, String address, String password) {
        return registration(browser())
                .submit(
                        Map.of(
                                "username", name,
                                "email", address,
                                "firstName", "  Kim \u00A0 Ng",
                                "lastName", "Ｌee",
                                "password", password,
                                "password-confirm", password));
    }

    private void grants() {
        note("grant right", () -> status(grant("ann", PASSWORD)));
        note("grant wrong", () -> grant("eve", "Wrong-horse-7").html());
        note("grant unknown", () -> grant("nobody", "Wrong-horse-7").html());
        note("grant disabled", () -> grant("ben", PASSWORD).html());
        note("grant unverified", () -> status(grant("fay", password("fay"))));
        note("grant in another spelling", () -> status(grant("fay", "Ünder-horse-7")));
        note(
                "refresh unverified",
                () ->
                        status(
                                browser()
                                        .post(
                                                openId("token"),
                                                Map.of(
                                                        "grant_type",
                                                        "refresh_token",
                                                        "client_id",
                                                        "app",
                                                        "refresh_token",
                                                        AdminConsole.field(
                                                                grant("fay", password("fay"))
                                                                        .html(),
                                                                "refresh_token")))));
    }

    private Page grant(String name, String password) {
        return browser()
                .post(
                        openId("token"),
                        Map.of(
                                "grant_type", "password",
                                "client_id", "app",
                                "scope", "openid",
                                "username", name,
                                "password", password));
    }

    /** Tokens are random. */
    private static String status(Page answer) {
        return answer.status() + " " + (answer.status() == 200 ? "" : answer.html());
    }

    private void account() {
        Browserless browser = browser();
        note(
                "account console",
                () ->
                        page(
                                browser.get(signInPage())
                                        .submit(Map.of("username", "ann", "password", PASSWORD))));
        String token = AdminConsole.field(grant("ann", PASSWORD).html(), "access_token");
        for (String path : List.of("", "/?userProfileMetadata=true", "/credentials", "/groups")) {
            noteAnswer("account" + path, admin.account().ask(token, NAME, "GET", path, ""));
        }
        noteAnswer(
                "account changed oddly",
                admin.account()
                        .ask(
                                token,
                                NAME,
                                "POST",
                                "/",
                                """
                                {"username": "ann", "email": " ＡNN@stock.example", "firstName": " Ann \u00A0 B",
                                 "lastName": "Ｌee"}
                                """));
        noteAnswer(
                "account changed",
                admin.account()
                        .ask(
                                token,
                                NAME,
                                "POST",
                                "/",
                                """
                                {"username": "ann", "email": "ann-2@stock.example",
                                 "firstName": " Ann \u00A0 B", "lastName": "Ｌee"}
                                """));
    }

    private void editPeople() {
        noteAdmin("user", "GET", "/users?username=ann&exact=true", "");
        noteAdmin("credentials", "GET", "/users/" + id("dan") + "/credentials", "");
        noteAdmin(
                "configured credential types",
                "GET",
                "/users/" + id("dan") + "/configured-user-storage-credential-types",
                "");
        noteAdmin("user without address", "POST", "/users", "{\"username\": \"lea\"}");
        noteAdmin(
                "user with taken address",
                "POST",
                "/users",
                "{\"username\": \"max\", \"email\": \"dan@stock.example\"}");
        noteAdmin(
                "user with odd values",
                "POST",
                "/users",
                """
                {"username": "nia", "email": " ＮIA@stock.example ", "firstName": " N \u00A0 ia",
                 "enabled": true}
                """);
        noteAdmin(
                "user edited",
                "PUT",
                "/users/" + id("dan"),
                """
                {"email": "dan-2@stock.example", "firstName": " D \u00A0 an", "lastName": "Ｌee",
                 "emailVerified": false}
                """);
        noteAdmin(
                "user edited to nothing",
                "PUT",
                "/users/" + id("eve"),
                "{\"email\": \"\", \"firstName\": \"\", \"emailVerified\": true}");
        noteAdmin(
                "required actions by mail",
                "PUT",
                "/users/" + id("gus") + "/execute-actions-email",
                "[\"UPDATE_PASSWORD\"]");
        Browserless browser = browser();
        note(
                "link of required actions",
                () -> page(browser.get(mail.linkFor("gus@stock.example"))));
        noteAdmin("user removed", "DELETE", "/users/" + id("cat"), "");
    }

    private void importPeople() {
        noteAdmin(
                "partial import",
                "POST",
                "/partialImport",
                "{\"ifResourceExists\": \"FAIL\", \"users\": [" + person("oli") + "]}");
        note("rows after partial import", rows("oli"));
        note("rows after import", rows("ann"));
    }

    private void readTraces() {
        note("mails", mail.everyMail().stream().map(plain::text).collect(Collectors.joining("\n")));
        noteAdmin("people", "GET", "/users?max=1000", "");
        noteAdmin("events", "GET", "/events?max=1000", "");
        noteAdmin("admin events", "GET", "/admin-events?max=1000", "");
        for (String table :
                List.of("user_entity", "user_attribute", "credential", "user_required_action")) {
            note(
                    "rows of " + table,
                    rowsOf(
                            table.equals("user_entity")
                                    ? "user_entity where realm_id = '%s'".formatted(realmId())
                                    : "%s where user_id in (select id from user_entity where realm_id = '%s')"
                                            .formatted(table, realmId())));
        }
    }

    private String realmId() {
        return AdminConsole.field(admin.sendTo(NAME, "GET", "", "").body(), "id");
    }

    private Page signIn(String name, String password) {
        return browser().get(signInPage()).submit(Map.of("username", name, "password", password));
    }

    private Browserless browser() {
        return new Browserless(server);
    }

    private String signInPage() {
        return openId("auth")
                + "?client_id=account-console&response_type=code&scope=openid&redirect_uri="
                + Browserless.encode(server + "/realms/" + NAME + "/account/")
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&code_challenge_method=S256";
    }

    private String openId(String endpoint) {
        return server + "/realms/" + NAME + "/protocol/openid-connect/" + endpoint;
    }

    private String id(String name) {
        return AdminConsole.field(
                admin.sendTo(NAME, "GET", "/users?exact=true&username=" + name, "").body(), "id");
    }

    /** A page, and every answer on the way to it, with their headers. */
    private String page(Page page) {
        return page.browser().answers().stream().map(this::head).collect(Collectors.joining("\n"))
                + "\n"
                + plain.text(page.html());
    }

    private String head(HttpResponse<String> answer) {
        return answer.statusCode()
                + " "
                + answer.headers().map().entrySet().stream()
                        .filter(header -> !header.getKey().matches("date|content-length|:status"))
                        .map(header -> header.getKey() + ": " + values(header))
                        .sorted()
                        .collect(Collectors.joining("\n  "));
    }

    private String values(Map.Entry<String, List<String>> header) {
        return header.getKey().equals("set-cookie")
                ? header.getValue().stream()
                        .map(cookie -> cookie.replaceFirst("=[^;]*", ""))
                        .map(cookie -> cookie.replaceAll("Max-Age=[0-9]+", "Max-Age=ANY"))
                        .sorted()
                        .toList()
                        .toString()
                : plain.text(header.getValue().toString());
    }

    private void noteAdmin(String deed, String method, String path, String json) {
        noteAnswer(deed, admin.sendTo(NAME, method, path, json));
    }

    private void noteAnswer(String deed, HttpResponse<String> answer) {
        note(
                deed,
                answer.statusCode()
                        + " "
                        + plain.json(withoutOurs(read(answer.body())).toString()));
    }

    /** What is done, and how many hashes and mails that costs. */
    private void note(String deed, Supplier<String> doing) {
        int hashes = hashes();
        int mails = mail.count();
        String outcome = doing.get();
        note(
                deed,
                "%d hashes, %d mails\n%s"
                        .formatted(hashes() - hashes, mail.count() - mails, outcome));
    }

    private void note(String deed, String outcome) {
        String same = plain.text(outcome).replace(String.valueOf(mail.port()), "SMTP_PORT");
        if (seen.put(deed, same) != null) {
            throw new IllegalStateException("noted twice: " + deed);
        }
    }

    private int hashes() {
        return Integer.parseInt(browser().get(server + "/realms/master/test-hashes").html());
    }

    private static JsonNode read(String json) {
        try {
            return json.isEmpty() ? JSON.nullNode() : JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /**
     * The same without what has an id of ours, or is our theme: what an administrator may ask for
     * is offered in every realm of the server.
     */
    private static JsonNode withoutOurs(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(member -> isOurs(member.getKey()));
            // Of two providers with one id the higher order is asked: that is how ours are.
            object.properties().removeIf(member -> member.getKey().equals("order"));
            // Keycloak has no provider of its own for tables.
            object.properties().removeIf(member -> member.getKey().equals("jpa-entity-provider"));
        }
        if (node instanceof ArrayNode array) {
            for (int index = array.size() - 1; index >= 0; index--) {
                if (isOurs(array.get(index))) {
                    array.remove(index);
                }
            }
        }
        node.forEach(StockRealm::withoutOurs);
        return node;
    }

    private static boolean isOurs(JsonNode element) {
        return isOurs(element.asText())
                || isOurs(element.path("id").asText())
                || isOurs(element.path("providerId").asText())
                || isOurs(element.path("name").asText())
                // A type of credentials that Keycloak exports and has no provider for.
                || element.asText().equals("password-history");
    }

    private static boolean isOurs(String id) {
        // The council is the tests' own, and made of our theme.
        return id.startsWith(OURS)
                // What an administrator asks for a realm to become the portal's.
                || id.equals("portal")
                || id.equals("childrens-portal")
                || id.equals("council");
    }
}
