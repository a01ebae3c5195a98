package org.childrensportal.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Entrance;
import org.childrensportal.people.Page;

/** Another realm of a server, to which people come by way of its admin console. */
public final class OtherRealm implements Entrance {

    private final URI server;
    private final Mailbox mail;
    private final AdminConsole admin;
    private final String name;

    private OtherRealm(URI server, Mailbox mail, String name) {
        this.server = server;
        this.mail = mail;
        this.admin = new AdminConsole(server);
        this.name = name;
    }

    /**
     * Makes one with Keycloak's own settings, whose mail goes to {@code mail}.
     *
     * @param settings members of its JSON, each with a comma before it
     */
    public static OtherRealm make(URI server, Mailbox mail, String name, String settings) {
        OtherRealm realm = new OtherRealm(server, mail, name);
        realm.admin.importRealm(
                """
                {"realm": "%s", "enabled": true, "smtpServer":
                 {"host": "127.0.0.1", "port": "%d", "from": "no-reply@portal.example"}%s}
                """
                        .formatted(name, mail.port(), settings));
        return realm;
    }

    /** One that is there. */
    public static OtherRealm at(URI server, Mailbox mail, String name) {
        return new OtherRealm(server, mail, name);
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** A request to its admin API, as it stands. */
    public HttpResponse<String> send(String method, String path, String json) {
        return admin.sendTo(name, method, path, json);
    }

    /** Gives it a browser flow of its own, without a form that asks for both. */
    public void asksForNameAndPasswordOnTwoPages() {
        String flows = "/authentication/flows/";
        AdminSession.expect(
                send("POST", flows + "browser/copy", "{\"newName\": \"own browser\"}"), 201);
        String executions = send("GET", flows + "own%20browser/executions", "").body();
        String both = AdminConsole.object(executions, "providerId", "auth-username-password-form");
        AdminSession.expect(
                send("DELETE", "/authentication/executions/" + AdminConsole.field(both, "id"), ""),
                204);
        String forms = AdminConsole.object(executions, "displayName", "own browser forms");
        for (String form : List.of("auth-username-form", "auth-password-form")) {
            AdminSession.expect(
                    send(
                            "POST",
                            "/authentication/executions",
                            """
                            {"parentFlow": "%s", "authenticator": "%s", "requirement": "REQUIRED",
                             "priority": %d}
                            """
                                    .formatted(
                                            AdminConsole.field(forms, "flowId"),
                                            form,
                                            form.equals("auth-username-form") ? 5 : 6)),
                    201);
        }
        AdminSession.expect(send("PUT", "", "{\"browserFlow\": \"own browser\"}"), 204);
    }

    /** The same of whoever has {@code token}. */
    public HttpResponse<String> sendAs(String token, String method, String path) {
        return admin.sendTo(name, method, path, "", token);
    }

    /** The token of somebody who may see the realm's settings, and change nothing. */
    public String viewer() {
        addPerson("viewer", "viewer@example.com", "true");
        allow("viewer", "view-realm");
        return token("viewer");
    }

    /**
     * Adds somebody whose password is their name.
     *
     * @param address their email address
     * @param verified {@code true} or {@code false}
     */
    public void addPerson(String name, String address, String verified) {
        AdminSession.expect(
                send(
                        "POST",
                        "/users",
                        """
                        {"username": "%s", "enabled": true, "emailVerified": %s,
                         "email": "%s", "firstName": "V", "lastName": "Iewer",
                         "credentials": [{"type": "password", "value": "%s"}]}
                        """
                                .formatted(name, verified, address, name)),
                201);
    }

    /** Gives somebody a role of the realm's administrators. */
    public void allow(String name, String role) {
        String client =
                AdminConsole.field(
                        send("GET", "/clients?clientId=realm-management", "").body(), "id");
        AdminSession.expect(
                send(
                        "POST",
                        "/users/" + person(name) + "/role-mappings/clients/" + client,
                        "["
                                + send("GET", "/clients/" + client + "/roles/" + role, "").body()
                                + "]"),
                204);
    }

    /** The id of somebody's account. */
    public String person(String name) {
        return AdminConsole.field(
                send("GET", "/users?exact=true&username=" + Browserless.encode(name), "").body(),
                "id");
    }

    /** What somebody administers with whose password is their name. */
    public String token(String name) {
        return AdminConsole.field(
                browser()
                        .postForData(
                                server + "/realms/" + this.name + "/protocol/openid-connect/token",
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "admin-cli",
                                        "username",
                                        name,
                                        "password",
                                        name))
                        .html(),
                "access_token");
    }

    /** Its flows. */
    public RealmFlows flows() {
        return new RealmFlows(this);
    }

    /** Its attributes, with {@code value} added to the one that is called {@code name}. */
    public void forge(String name, String value) {
        ObjectNode attributes = attributes();
        String before = attributes.path(name).asText("");
        write(attributes.put(name, before.isEmpty() ? value : before + "\n" + value));
    }

    /** What becomes of attributes where a tool, or a page of before, writes them all. */
    public void forgetAttributes() {
        write(attributes().removeAll());
    }

    private ObjectNode attributes() {
        return (ObjectNode) read(send("GET", "", "")).get("attributes");
    }

    private void write(ObjectNode attributes) {
        AdminSession.expect(send("PUT", "", "{\"attributes\": " + attributes + "}"), 204);
    }

    /** What it lacks: the answer of {@code GET portal/check}. */
    public JsonNode check() {
        return read(send("GET", "/portal/check", ""));
    }

    /** What setting it up would do. */
    public JsonNode trySetUp() {
        return read(send("POST", "/portal/set-up?dry-run=true", ""));
    }

    /** Sets it up; answers what was done. */
    public JsonNode setUp() {
        return read(send("POST", "/portal/set-up?dry-run=false", ""));
    }

    /** The answer to setting up or leaving that is refused: why, and nothing is changed. */
    public JsonNode refused(String path) {
        HttpResponse<String> answer = send("POST", "/portal/" + path, "");
        AdminSession.expect(answer, 409);
        return AdminSession.read(answer.body(), JsonNode.class);
    }

    /** Takes it back, to Keycloak's own flows where it is not known what was bound before. */
    public JsonNode leaveForKeycloaksFlows() {
        return read(send("POST", "/portal/leave?dry-run=false&keycloaks-flows=true", ""));
    }

    /** What leaving would do. */
    public JsonNode tryLeave() {
        return read(send("POST", "/portal/leave?dry-run=true", ""));
    }

    /** Takes it back; answers what was done. */
    public JsonNode leave() {
        return read(send("POST", "/portal/leave?dry-run=false", ""));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        AdminSession.expect(answer, 200);
        return AdminSession.read(answer.body(), JsonNode.class);
    }

    /** The names of the steps that {@code changes} belong to. */
    public static List<String> steps(JsonNode changes) {
        List<String> steps = new ArrayList<>();
        changes.forEach(change -> steps.add(change.get("step").textValue()));
        return steps;
    }

    /** All that a realm export has of its settings, and its user profile, a line each. */
    public Set<String> export() {
        JsonNode export =
                read(
                        send(
                                "POST",
                                "/partial-export?exportClients=true&exportGroupsAndRoles=true",
                                ""));
        Set<String> lines = new TreeSet<>();
        lines(export, "", lines);
        lines(read(send("GET", "/users/profile", "")), "profile", lines);
        return lines;
    }

    /** What {@code before} has and the export has not, or the other way round; nothing if equal. */
    public List<String> changesSince(Set<String> before) {
        Set<String> now = export();
        return Stream.concat(
                        before.stream().filter(line -> !now.contains(line)).map("- "::concat),
                        now.stream().filter(line -> !before.contains(line)).map("+ "::concat))
                .toList();
    }

    /** Lists are told by what is in them, not by its place. */
    private static void lines(JsonNode node, String path, Set<String> lines) {
        if (node.isObject()) {
            node.properties()
                    .forEach(
                            member ->
                                    lines(member.getValue(), path + "/" + member.getKey(), lines));
        } else if (node instanceof ArrayNode array) {
            for (JsonNode element : array) {
                lines(element, path + "[" + key(element) + "]", lines);
            }
        } else {
            lines.add(path + " = " + node);
        }
    }

    private static String key(JsonNode element) {
        for (String name : List.of("alias", "name", "clientId", "authenticator", "flowAlias")) {
            if (element.hasNonNull(name)) {
                return element.get(name).asText();
            }
        }
        return element.isValueNode() ? element.toString() : "";
    }

    @Override
    public Browserless browser() {
        return new Browserless(server);
    }

    @Override
    public Page signIn(Browserless browser) {
        String address = server + "/realms/" + name;
        return browser.get(
                address
                        + "/protocol/openid-connect/auth?client_id=security-admin-console"
                        + "&response_type=code&scope=openid&redirect_uri="
                        + Browserless.encode(server + "/admin/" + name + "/console/")
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                        + "&code_challenge_method=S256");
    }

    @Override
    public String codeFor(String address) {
        return mail.codeFor(address);
    }

    /** Removes it. */
    public void remove() {
        admin.removeRealm(name);
    }
}
