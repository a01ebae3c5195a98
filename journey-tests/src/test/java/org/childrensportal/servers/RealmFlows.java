package org.childrensportal.servers;

/** The authentication flows of a realm, as its administrator changes them over REST. */
public final class RealmFlows {

    private static final String FLOWS = "/authentication/flows";

    private final OtherRealm realm;

    RealmFlows(OtherRealm realm) {
        this.realm = realm;
    }

    /** The id of the flow that is called {@code alias}. */
    public String id(String alias) {
        return AdminConsole.field(representation(alias), "id");
    }

    private String representation(String alias) {
        return AdminConsole.object(realm.send("GET", FLOWS, "").body(), "alias", alias);
    }

    /** Whether there is one that is called {@code alias}. */
    public boolean has(String alias) {
        return realm.send("GET", FLOWS, "").body().contains("\"alias\":\"" + alias + "\"");
    }

    /** Adds an empty one; answers its id. */
    public String add(String alias) {
        AdminSession.expect(
                realm.send(
                        "POST",
                        FLOWS,
                        """
                        {"alias": "%s", "providerId": "basic-flow", "topLevel": true,
                         "builtIn": false}
                        """
                                .formatted(alias)),
                201);
        return id(alias);
    }

    /** Puts an execution into the flow with the id {@code flow}. */
    public void put(String flow, String authenticator, String requirement, int priority) {
        AdminSession.expect(
                realm.send(
                        "POST",
                        "/authentication/executions",
                        """
                        {"parentFlow": "%s", "authenticator": "%s", "requirement": "%s",
                         "priority": %d}
                        """
                                .formatted(flow, authenticator, requirement, priority)),
                201);
    }

    /**
     * Puts a flow into the flow with the id {@code flow}; Keycloak takes any.
     *
     * @param within the id of the flow to put into it, there or not
     */
    public void putFlow(String flow, String within, int priority) {
        AdminSession.expect(
                realm.send(
                        "POST",
                        "/authentication/executions",
                        """
                        {"parentFlow": "%s", "flowId": "%s", "authenticatorFlow": true,
                         "requirement": "REQUIRED", "priority": %d}
                        """
                                .formatted(flow, within, priority)),
                201);
    }

    /** Takes an execution out of the flow that is called {@code alias}. */
    public void takeOut(String alias, String authenticator) {
        String id =
                AdminConsole.field(
                        AdminConsole.object(steps(alias), "providerId", authenticator), "id");
        AdminSession.expect(realm.send("DELETE", "/authentication/executions/" + id, ""), 204);
    }

    /** The executions of the flow that is called {@code alias}, as JSON. */
    public String steps(String alias) {
        return realm.send("GET", FLOWS + "/" + alias.replace(" ", "%20") + "/executions", "")
                .body();
    }

    /** Gives it another name. */
    public void rename(String alias, String name) {
        AdminSession.expect(
                realm.send(
                        "PUT",
                        FLOWS + "/" + id(alias),
                        representation(alias)
                                .replace(
                                        "\"alias\":\"" + alias + "\"",
                                        "\"alias\":\"" + name + "\"")),
                204);
    }

    /** Binds one; {@code as} is a member of the realm's JSON, such as {@code browserFlow}. */
    public void bind(String as, String alias) {
        AdminSession.expect(realm.send("PUT", "", "{\"%s\": \"%s\"}".formatted(as, alias)), 204);
    }
}
