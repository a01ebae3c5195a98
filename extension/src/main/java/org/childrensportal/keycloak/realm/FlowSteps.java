package org.childrensportal.keycloak.realm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;

/**
 * The steps of flows, those of the flows within them included. A flow may be within itself, or not
 * be there: Keycloak 26.7 takes that over REST and minds it only when the flow runs, so each is
 * gone through once.
 */
public final class FlowSteps {

    private final RealmModel realm;
    private final Predicate<AuthenticationExecutionModel> counts;

    private FlowSteps(RealmModel realm, Predicate<AuthenticationExecutionModel> counts) {
        this.realm = realm;
        this.counts = counts;
    }

    /** Every step, switched on or not. */
    public static FlowSteps all(RealmModel realm) {
        return new FlowSteps(realm, execution -> true);
    }

    /** Those that are required, in flows that are. */
    public static FlowSteps required(RealmModel realm) {
        return new FlowSteps(realm, AuthenticationExecutionModel::isRequired);
    }

    /**
     * The steps of one flow, in its order.
     *
     * @param flow the id of the flow
     */
    public Stream<AuthenticationExecutionModel> of(String flow) {
        List<AuthenticationExecutionModel> steps = new ArrayList<>();
        collect(flow, new HashSet<>(), steps);
        return steps.stream();
    }

    private void collect(String flow, Set<String> seen, List<AuthenticationExecutionModel> steps) {
        if (!seen.add(flow)) {
            return;
        }
        realm.getAuthenticationExecutionsStream(flow)
                .filter(counts)
                .forEach(
                        execution -> {
                            steps.add(execution);
                            if (execution.isAuthenticatorFlow() && isThere(execution.getFlowId())) {
                                collect(execution.getFlowId(), seen, steps);
                            }
                        });
    }

    private boolean isThere(String flow) {
        return flow != null && realm.getAuthenticationFlowById(flow) != null;
    }
}
