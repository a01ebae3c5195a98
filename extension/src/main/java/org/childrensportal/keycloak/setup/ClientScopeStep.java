package org.childrensportal.keycloak.setup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Applications can ask for what people say of their work: the client scope of the portal. */
final class ClientScopeStep extends RealmStep {

    /** The one beside Keycloak's own. */
    private static final String WORK = "portal-profile";

    private final RealmModel realm;
    private final Remembered remembered;
    private final List<ClientScopeRepresentation> needed;

    ClientScopeStep(RealmModel realm, RealmRepresentation portal) {
        super("client-scopes", "Client scopes");
        this.realm = realm;
        this.remembered = new Remembered(realm);
        this.needed =
                portal.getClientScopes().stream()
                        .filter(scope -> scope.getName().equals(WORK))
                        .toList();
    }

    @Override
    List<RealmChange> setUp() {
        return needed.stream()
                .filter(scope -> find(scope.getName()).isEmpty())
                .map(
                        scope ->
                                change(
                                        "Add the client scope %s, optional for new clients"
                                                .formatted(scope.getName()),
                                        () -> add(scope)))
                .toList();
    }

    private void add(ClientScopeRepresentation scope) {
        remembered.keepMore(name(), Set.of(scope.getName()));
        realm.addDefaultClientScope(RepresentationToModel.createClientScope(realm, scope), false);
    }

    /** It asks nothing of our jars, so one that was there before, or was imported, stays. */
    @Override
    List<RealmChange> leave() {
        Set<String> added = remembered.names(name());
        return needed.stream()
                .map(ClientScopeRepresentation::getName)
                .filter(added::contains)
                .flatMap(scope -> find(scope).stream())
                .map(
                        scope ->
                                change(
                                        "Remove the client scope " + scope.getName(),
                                        () -> realm.removeClientScope(scope.getId())))
                .toList();
    }

    private Optional<ClientScopeModel> find(String scope) {
        try (Stream<ClientScopeModel> scopes = realm.getClientScopesStream()) {
            return scopes.filter(found -> scope.equals(found.getName())).findFirst();
        }
    }
}
