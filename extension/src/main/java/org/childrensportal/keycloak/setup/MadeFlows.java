package org.childrensportal.keycloak.setup;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The flows that were made for the portal, and have executions of it still. A realm that remembers
 * nothing of before was imported as the portal's: there, those are meant that are called as ours.
 */
final class MadeFlows {

    /** Where their ids are remembered, and their names: a realm that is imported has new ids. */
    static final String MEMORY = "flows-made";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Remembered remembered;

    MadeFlows(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.remembered = new Remembered(realm);
    }

    boolean has(AuthenticationFlowModel flow) {
        return !flow.isBuiltIn() && isNamed(flow) && new FlowTree(realm, flow).hasOurs();
    }

    private boolean isNamed(AuthenticationFlowModel flow) {
        Set<String> made = remembered.names(MEMORY);
        return made.contains(flow.getId())
                || BoundFlow.ALL.stream().anyMatch(kind -> kind.alias().equals(flow.getAlias()))
                        && (remembered.attributes().isEmpty() || made.contains(flow.getAlias()));
    }

    /**
     * Whether nothing needs {@code flow} but what the realm has bound it as for the portal, and
     * clients that override that: Keycloak 26.7 removes no other.
     */
    boolean isRemovable(AuthenticationFlowModel flow) {
        return !isBoundElsewhere(flow)
                && !isWithinAnother(flow)
                && new FlowTree(realm, flow).isTree();
    }

    private boolean isBoundElsewhere(AuthenticationFlowModel flow) {
        return Stream.of(
                                realm.getClientAuthenticationFlow(),
                                realm.getDockerAuthenticationFlow(),
                                realm.getFirstBrokerLoginFlow())
                        .filter(Objects::nonNull)
                        .anyMatch(bound -> bound.getId().equals(flow.getId()))
                || isOfIdentityProvider(flow);
    }

    private boolean isOfIdentityProvider(AuthenticationFlowModel flow) {
        try (Stream<String> providers =
                session.identityProviders().getByFlow(flow.getId(), null, 0, 1)) {
            return providers.findAny().isPresent();
        }
    }

    private boolean isWithinAnother(AuthenticationFlowModel flow) {
        return realm.getAuthenticationFlowsStream().toList().stream()
                .flatMap(other -> realm.getAuthenticationExecutionsStream(other.getId()))
                .map(AuthenticationExecutionModel::getFlowId)
                .anyMatch(flow.getId()::equals);
    }
}
