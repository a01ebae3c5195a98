package org.childrensportal.journeys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.childrensportal.people.Browserless;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Mailbox;

/**
 * A realm as Keycloak makes them, on one server or another. What people and administrators see of
 * it is noted, so that two servers can be compared.
 */
final class StockRealm {

    /** Its name. */
    static final String NAME = "stock";

    /** What people have. */
    static final String PASSWORD = "Old-horse-7";

    /** What they had before. */
    static final String EARLIER = "Früher-horse-7";

    private final URI server;
    private final Mailbox mail;
    private final AdminConsole admin;
    private final UnaryOperator<String> export;

    /**
     * @param server its address, without a slash at the end
     * @param mail where the realm's mail goes
     * @param export exports a realm of the server
     */
    StockRealm(URI server, Mailbox mail, UnaryOperator<String> export) {
        this.server = server;
        this.mail = mail;
        this.admin = new AdminConsole(server);
        this.export = export;
    }

    /** What is seen, by what is done, in the order in which it is done. */
    Map<String, String> play() {
        StockNotes notes = new StockNotes(server, mail);
        StockPeople people = new StockPeople(this, notes);
        StockAdministrators administrators = new StockAdministrators(this, notes);
        admin.importRealm(realm());
        try {
            administrators.readRealm();
            people.play();
            administrators.editPeople();
            administrators.importPeople();
            administrators.readTraces();
            notes.note("export", notes.plain(export.apply(NAME)));
        } finally {
            admin.removeRealm(NAME);
        }
        return notes.seen();
    }

    Mailbox mail() {
        return mail;
    }

    AdminConsole admin() {
        return admin;
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

    /** Somebody of the realm, as JSON. */
    static String person(String name) {
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
    static String password(String name) {
        return name.equals("fay") ? Spelling.DECOMPOSED.of("Ünder-horse-7") : PASSWORD;
    }

    /** The rows of somebody's passwords. */
    String rows(String name) {
        return List.of("password", "password-history").stream()
                .map(type -> type + " " + rows(name, type))
                .collect(Collectors.joining("\n"));
    }

    private String rows(String name, String type) {
        return rowsOf("credential where user_id = '%s' and type = '%s'".formatted(id(name), type));
    }

    /** The rows of what an SQL query says after {@code from}. */
    String rowsOf(String from) {
        return browser()
                .get(server + "/realms/master/test-rows?from=" + Browserless.encode(from))
                .html();
    }

    Browserless browser() {
        return new Browserless(server);
    }

    String signInPage() {
        return openId("auth")
                + "?client_id=account-console&response_type=code&scope=openid&redirect_uri="
                + Browserless.encode(server + "/realms/" + NAME + "/account/")
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&code_challenge_method=S256";
    }

    String openId(String endpoint) {
        return server + "/realms/" + NAME + "/protocol/openid-connect/" + endpoint;
    }

    String id(String name) {
        return AdminConsole.field(
                admin.sendTo(NAME, "GET", "/users?exact=true&username=" + name, "").body(), "id");
    }
}
