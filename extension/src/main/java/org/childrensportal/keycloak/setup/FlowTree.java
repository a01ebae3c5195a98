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

    /** Whether a flow is within itself: it can't be copied, and can't run. */
    boolean isCircular() {
        return isCircular(flow, Set.of());
    }

    private boolean isCircular(String flow, Set<String> around) {
        if (around.contains(flow)) {
            return true;
        }
        Set<String> inside = new HashSet<>(around);
        inside.add(flow);
        return realm.getAuthenticationExecutionsStream(flow).toList().stream()
                .filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                .anyMatch(execution -> isCircular(execution.getFlowId(), inside));
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
