package org.childrensportal.servers;

import java.net.http.HttpResponse;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** What an administrator does with applications and with other services to sign in at. */
public final class ClientAdmin {

    private static final int THERE_ALREADY = 409;
    private static final int CREATED = 201;
    private static final String PROVIDERS = "/identity-provider/instances";

    private final AdminSession session;

    ClientAdmin(AdminSession session) {
        this.session = session;
    }

    /** Creates a client from its representation, unless it is there already. */
    public void createClient(String json) {
        create("/clients", json);
    }

    /** Creates a client that signs people in by their passwords, unless it is there already. */
    public void createDirectGrantClient(String clientId) {
        createClient(
                """
                {"clientId": "%s", "publicClient": true, "directAccessGrantsEnabled": true,
                 "defaultClientScopes": ["basic", "roles"],
                 "optionalClientScopes": ["offline_access"]}
                """
                        .formatted(clientId));
    }

    /** Creates an identity provider from its representation, unless it is there already. */
    public void createIdentityProvider(String json) {
        String alias = AdminSession.read(json, IdentityProviderRepresentation.class).getAlias();
        if (session.sendToRealm("GET", PROVIDERS + "/" + alias, "").statusCode() == 404) {
            create(PROVIDERS, json);
        }
    }

    /** Removes what {@link PeopleAdmin#createFederatedUser} needed. */
    public void removeIdentityProvider() {
        session.tell(realm -> realm.identityProviders().get("council").remove());
    }

    private void create(String path, String json) {
        HttpResponse<String> created = session.sendToRealm("POST", path, json);
        if (created.statusCode() != THERE_ALREADY) {
            AdminSession.expect(created, CREATED);
        }
    }
}
