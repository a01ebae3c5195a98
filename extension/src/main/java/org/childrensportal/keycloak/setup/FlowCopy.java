package org.childrensportal.keycloak.setup;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** A copy of a realm's own flow, with the portal's executions in place of Keycloak's. */
final class FlowCopy {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final BoundFlow kind;
    private final FreeName names;

    FlowCopy(KeycloakSession session, RealmModel realm, BoundFlow kind) {
        this.session = session;
        this.realm = realm;
        this.kind = kind;
        this.names = new FreeName(realm);
    }

    /** Whether {@code flow} has what ours stands in place of, in use. */
    boolean isPossible(AuthenticationFlowModel flow) {
        return !kind.replaced().isEmpty()
                && new FlowTree(realm, flow).isTree()
                && new FlowTree(realm, flow)
                        .executions().stream()
                                .filter(execution -> !isIdle(execution))
                                .map(AuthenticationExecutionModel::getAuthenticator)
                                .collect(Collectors.toSet())
                                .containsAll(kind.replaced().keySet());
    }

    private boolean isIdle(AuthenticationExecutionModel execution) {
        return new Siblings(session, realm, execution).leaveItIdle();
    }

    String inPlaceOf() {
        return Stream.concat(kind.replaced().keySet().stream(), kind.dropped().stream())
                .collect(Collectors.joining(", "));
    }

    /** Makes it. */
    AuthenticationFlowModel of(AuthenticationFlowModel flow) {
        return copy(flow, kind.alias(), true);
    }

    /** A flow that is within the copy is nothing on its own, whatever it was made from. */
    private AuthenticationFlowModel copy(
            AuthenticationFlowModel flow, String alias, boolean topLevel) {
        AuthenticationFlowModel copy = new AuthenticationFlowModel();
        copy.setAlias(alias);
        copy.setDescription(flow.getDescription());
        copy.setProviderId(flow.getProviderId());
        copy.setTopLevel(topLevel);
        copy.setBuiltIn(false);
        AuthenticationFlowModel made = realm.addAuthenticationFlow(copy);
        realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(execution -> !kind.drops(execution))
                .toList()
                .forEach(execution -> copy(execution, made));
        return made;
    }

    private void copy(AuthenticationExecutionModel execution, AuthenticationFlowModel parent) {
        Optional<String> ours = kind.inPlaceOf(execution).filter(id -> !isIdle(execution));
        Place place = new Place(realm, parent.getId(), execution.getPriority());
        if (ours.isEmpty()) {
            copyAsItIs(execution, parent);
        } else if (execution.getRequirement() == Requirement.ALTERNATIVE) {
            place.offer(ours.get());
        } else {
            place.require(ours.get());
        }
    }

    private void copyAsItIs(
            AuthenticationExecutionModel execution, AuthenticationFlowModel parent) {
        AuthenticationExecutionModel copy = new AuthenticationExecutionModel();
        copy.setParentFlow(parent.getId());
        copy.setPriority(execution.getPriority());
        copy.setAuthenticator(execution.getAuthenticator());
        copy.setRequirement(execution.getRequirement());
        copy.setAuthenticatorFlow(execution.isAuthenticatorFlow());
        copy.setAuthenticatorConfig(config(execution));
        copy.setFlowId(flow(execution));
        realm.addAuthenticatorExecution(copy);
    }

    private String flow(AuthenticationExecutionModel execution) {
        if (!execution.isAuthenticatorFlow()) {
            return null;
        }
        AuthenticationFlowModel flow = realm.getAuthenticationFlowById(execution.getFlowId());
        String alias = names.forFlow("%s %s".formatted(kind.alias(), flow.getAlias()));
        return copy(flow, alias, false).getId();
    }

    private String config(AuthenticationExecutionModel execution) {
        String id = execution.getAuthenticatorConfig();
        AuthenticatorConfigModel config = id == null ? null : realm.getAuthenticatorConfigById(id);
        if (config == null) {
            // None, or one that all realms of the server share.
            return id;
        }
        AuthenticatorConfigModel copy = new AuthenticatorConfigModel();
        copy.setAlias(names.forConfig("%s %s".formatted(kind.alias(), config.getAlias())));
        copy.setConfig(config.getConfig());
        return realm.addAuthenticatorConfig(copy).getId();
    }
}
