package org.childrensportal.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.childrensportal.people.Browserless;
import org.childrensportal.servers.AdminConsole;

/** What administrators do in a {@link StockRealm}, and what they read. */
final class StockAdministrators {

    private final StockRealm realm;
    private final StockNotes notes;

    StockAdministrators(StockRealm realm, StockNotes notes) {
        this.realm = realm;
        this.notes = notes;
    }

    /** Reads what the realm is made of. */
    void readRealm() {
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
            notes.admin("read " + path, "GET", path, "");
        }
        notes.admin(
                "partial export",
                "POST",
                "/partial-export?exportClients=true&exportGroupsAndRoles=true",
                "");
        JsonNode info = StockNotes.read(realm.admin().serverInfo());
        for (String part :
                List.of(
                        "passwordPolicies",
                        "providers",
                        "componentTypes",
                        "themes",
                        "builtinProtocolMappers",
                        "enums")) {
            notes.note(
                    "server info " + part,
                    notes.plain(StockNotes.withoutOurs(info.path(part)).toString()));
        }
    }

    /** Makes people, changes and removes them. */
    void editPeople() {
        notes.admin("user", "GET", "/users?username=ann&exact=true", "");
        notes.admin("credentials", "GET", "/users/" + realm.id("dan") + "/credentials", "");
        notes.admin(
                "configured credential types",
                "GET",
                "/users/" + realm.id("dan") + "/configured-user-storage-credential-types",
                "");
        notes.admin("user without address", "POST", "/users", "{\"username\": \"lea\"}");
        notes.admin(
                "user with taken address",
                "POST",
                "/users",
                "{\"username\": \"max\", \"email\": \"dan@stock.example\"}");
        notes.admin(
                "user with odd values",
                "POST",
                "/users",
                """
                {"username": "nia", "email": " ＮIA@stock.example ", "firstName": " N \u00A0 ia",
                 "enabled": true}
                """);
        notes.admin(
                "user edited",
                "PUT",
                "/users/" + realm.id("dan"),
                """
                {"email": "dan-2@stock.example", "firstName": " D \u00A0 an", "lastName": "Ｌee",
                 "emailVerified": false}
                """);
        notes.admin(
                "user edited to nothing",
                "PUT",
                "/users/" + realm.id("eve"),
                "{\"email\": \"\", \"firstName\": \"\", \"emailVerified\": true}");
        notes.admin(
                "required actions by mail",
                "PUT",
                "/users/" + realm.id("gus") + "/execute-actions-email",
                "[\"UPDATE_PASSWORD\"]");
        Browserless browser = realm.browser();
        notes.note(
                "link of required actions",
                () -> notes.page(browser.get(realm.mail().linkFor("gus@stock.example"))));
        notes.admin("user removed", "DELETE", "/users/" + realm.id("cat"), "");
    }

    /** Imports somebody, with passwords that were hashed elsewhere. */
    void importPeople() {
        notes.admin(
                "partial import",
                "POST",
                "/partialImport",
                "{\"ifResourceExists\": \"FAIL\", \"users\": [" + StockRealm.person("oli") + "]}");
        notes.note("rows after partial import", realm.rows("oli"));
        notes.note("rows after import", realm.rows("ann"));
    }

    /** Reads what all of it has left. */
    void readTraces() {
        notes.note("mails", notes.mails());
        notes.admin("people", "GET", "/users?max=1000", "");
        notes.admin("events", "GET", "/events?max=1000", "");
        notes.admin("admin events", "GET", "/admin-events?max=1000", "");
        for (String table :
                List.of("user_entity", "user_attribute", "credential", "user_required_action")) {
            notes.note(
                    "rows of " + table,
                    realm.rowsOf(
                            table.equals("user_entity")
                                    ? "user_entity where realm_id = '%s'".formatted(realmId())
                                    : "%s where user_id in (select id from user_entity where realm_id = '%s')"
                                            .formatted(table, realmId())));
        }
    }

    private String realmId() {
        return AdminConsole.field(
                realm.admin().sendTo(StockRealm.NAME, "GET", "", "").body(), "id");
    }
}
