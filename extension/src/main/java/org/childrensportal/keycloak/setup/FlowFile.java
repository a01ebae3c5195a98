package org.childrensportal.keycloak.setup;

import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.AuthenticationExecutionExportRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Makes flows as the portal's realm is shipped with them. */
final class FlowFile {

    private final RealmModel realm;
    private final RealmRepresentation portal;
    private final FreeName names;

    FlowFile(RealmModel realm, RealmRepresentation portal) {
        this.realm = realm;
        this.portal = portal;
        this.names = new FreeName(realm);
    }

    /** Makes the flow that is called {@code alias}, with what is within it. */
    AuthenticationFlowModel make(String alias) {
        AuthenticationFlowRepresentation shipped =
                portal.getAuthenticationFlows().stream()
                        .filter(flow -> alias.equals(flow.getAlias()))
                        .findFirst()
                        .orElseThrow();
        AuthenticationFlowModel flow = RepresentationToModel.toModel(shipped);
        flow.setAlias(names.forFlow(alias));
        AuthenticationFlowModel made = realm.addAuthenticationFlow(flow);
        shipped.getAuthenticationExecutions().forEach(execution -> add(made, execution));
        return made;
    }

    private void add(
            AuthenticationFlowModel parent, AuthenticationExecutionExportRepresentation shipped) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setParentFlow(parent.getId());
        execution.setAuthenticator(shipped.getAuthenticator());
        execution.setAuthenticatorFlow(shipped.isAuthenticatorFlow());
        execution.setPriority(shipped.getPriority());
        execution.setRequirement(Requirement.valueOf(shipped.getRequirement()));
        if (shipped.isAuthenticatorFlow()) {
            execution.setFlowId(make(shipped.getFlowAlias()).getId());
        }
        Optional.ofNullable(shipped.getAuthenticatorConfig())
                .ifPresent(config -> execution.setAuthenticatorConfig(config(config).getId()));
        realm.addAuthenticatorExecution(execution);
    }

    private AuthenticatorConfigModel config(String alias) {
        return portal.getAuthenticatorConfig().stream()
                .filter(shipped -> alias.equals(shipped.getAlias()))
                .findFirst()
                .map(RepresentationToModel::toModel)
                .map(this::add)
                .orElseThrow();
    }

    private AuthenticatorConfigModel add(AuthenticatorConfigModel config) {
        config.setAlias(names.forConfig(config.getAlias()));
        return realm.addAuthenticatorConfig(config);
    }
}
