package org.childrensportal.keycloak.setup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.childrensportal.keycloak.realm.FlowSteps;
import org.childrensportal.keycloak.realm.PortalIds;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** The executions of a flow and of the flows within it. */
final class FlowTree {

    private final RealmModel realm;
    private final String flow;

    FlowTree(RealmModel realm, AuthenticationFlowModel flow) {
        this.realm = realm;
        this.flow = flow.getId();
    }

    /** Every execution, each before what is within it. */
    List<AuthenticationExecutionModel> executions() {
        return FlowSteps.all(realm).of(flow).toList();
    }

    /**
     * Whether every flow in it is there, and is there once. Keycloak 26.7 takes others over REST: a
     * flow within itself, twice in another, or none. They can't be copied or removed as a whole.
     */
    boolean isTree() {
        return isTree(flow, new HashSet<>());
    }

    private boolean isTree(String flow, Set<String> seen) {
        return flow != null
                && realm.getAuthenticationFlowById(flow) != null
                && seen.add(flow)
                && realm.getAuthenticationExecutionsStream(flow).toList().stream()
                        .filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                        .allMatch(execution -> isTree(execution.getFlowId(), seen));
    }

    boolean has(String authenticator) {
        return executions().stream()
                .anyMatch(execution -> authenticator.equals(execution.getAuthenticator()));
    }

    boolean hasOurs() {
        return executions().stream().anyMatch(FlowTree::isOurs);
    }

    static boolean isOurs(AuthenticationExecutionModel execution) {
        return PortalIds.has(execution.getAuthenticator());
    }
}
