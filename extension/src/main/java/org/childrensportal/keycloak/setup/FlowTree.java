package org.childrensportal.keycloak.setup;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
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
        return executions(flow).toList();
    }

    private Stream<AuthenticationExecutionModel> executions(String flow) {
        return realm.getAuthenticationExecutionsStream(flow).toList().stream()
                .flatMap(
                        execution ->
                                Stream.concat(
                                        Stream.of(execution),
                                        execution.getFlowId() != null
                                                ? executions(execution.getFlowId())
                                                : Stream.empty()));
    }

    boolean has(String authenticator) {
        return executions().stream()
                .anyMatch(execution -> authenticator.equals(execution.getAuthenticator()));
    }

    boolean hasOurs() {
        return executions().stream().anyMatch(FlowTree::isOurs);
    }

    static boolean isOurs(AuthenticationExecutionModel execution) {
        return Ours.isId(execution.getAuthenticator());
    }

    /** The portal's executions that are not REQUIRED. */
    List<AuthenticationExecutionModel> notRequired(BoundFlow kind) {
        return executions().stream()
                .filter(execution -> kind.needs(execution))
                .filter(execution -> execution.getRequirement() != Requirement.REQUIRED)
                .toList();
    }
}
