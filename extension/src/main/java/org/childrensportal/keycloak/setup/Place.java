package org.childrensportal.keycloak.setup;

import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * A place in a flow for an execution of ours. Ours are REQUIRED; but Keycloak 26.7 ignores every
 * ALTERNATIVE beside a REQUIRED one, such as its cookie. Where the place is that of an alternative,
 * ours is alone in a flow that is ALTERNATIVE.
 */
final class Place {

    private final RealmModel realm;
    private final String flow;
    private final int priority;

    /**
     * @param flow the id of the flow
     * @param priority where in it
     */
    Place(RealmModel realm, String flow, int priority) {
        this.realm = realm;
        this.flow = flow;
        this.priority = priority;
    }

    /** Adds {@code ours} to what must be gone through. */
    void require(String ours) {
        add(flow, priority, ours);
    }

    /** Adds {@code ours} as one way beside others. */
    void offer(String ours) {
        AuthenticationFlowModel own = new AuthenticationFlowModel();
        own.setAlias(new FreeName(realm).forFlow("portal way in by " + ours));
        own.setDescription("One way beside others, by the portal");
        own.setProviderId("basic-flow");
        own.setTopLevel(false);
        own.setBuiltIn(false);
        String added = realm.addAuthenticationFlow(own).getId();
        AuthenticationExecutionModel way = execution(flow, priority);
        way.setAuthenticatorFlow(true);
        way.setFlowId(added);
        way.setRequirement(Requirement.ALTERNATIVE);
        realm.addAuthenticatorExecution(way);
        add(added, 0, ours);
    }

    private void add(String flow, int priority, String ours) {
        AuthenticationExecutionModel execution = execution(flow, priority);
        execution.setAuthenticator(ours);
        execution.setRequirement(Requirement.REQUIRED);
        realm.addAuthenticatorExecution(execution);
    }

    private static AuthenticationExecutionModel execution(String flow, int priority) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setParentFlow(flow);
        execution.setPriority(priority);
        return execution;
    }
}
