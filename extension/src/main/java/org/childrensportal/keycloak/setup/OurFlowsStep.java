package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * No flow of the realm has an execution of ours, bound or not. Flows that were made for the portal
 * are removed; from others only our executions are, with Keycloak's own put in their place.
 */
final class OurFlowsStep extends RealmStep {

    /** What each of our executions stood in place of. */
    private static final Map<String, List<String>> KEYCLOAKS =
            BoundFlow.ALL.stream()
                    .filter(kind -> !kind.replaced().isEmpty())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    kind -> kind.needed().get(0),
                                    kind ->
                                            Stream.concat(
                                                            kind.replaced().keySet().stream(),
                                                            kind.dropped().stream())
                                                    .toList()));

    private final KeycloakSession session;
    private final RealmModel realm;
    private final MadeFlows made;

    OurFlowsStep(KeycloakSession session, RealmModel realm) {
        super("flows", "Authentication > Flows");
        this.session = session;
        this.realm = realm;
        this.made = new MadeFlows(session, realm);
    }

    @Override
    List<RealmChange> leave() {
        List<AuthenticationFlowModel> flows =
                realm.getAuthenticationFlowsStream()
                        .filter(AuthenticationFlowModel::isTopLevel)
                        .filter(flow -> new FlowTree(realm, flow).hasOurs())
                        .toList();
        List<RealmChange> changes = new ArrayList<>();
        for (AuthenticationFlowModel flow : flows) {
            if (made.has(flow) && made.isRemovable(flow)) {
                changes.addAll(overrides(flow));
                changes.add(
                        change(
                                "Remove the flow \"%s\"".formatted(flow.getAlias()),
                                () -> remove(flow)));
            } else {
                changes.addAll(clean(flow));
            }
        }
        return changes;
    }

    private List<RealmChange> overrides(AuthenticationFlowModel flow) {
        try (Stream<ClientModel> clients = realm.getClientsStream()) {
            return clients.flatMap(client -> overrides(client, flow)).toList();
        }
    }

    private Stream<RealmChange> overrides(ClientModel client, AuthenticationFlowModel flow) {
        return client.getAuthenticationFlowBindingOverrides().entrySet().stream()
                .filter(binding -> flow.getId().equals(binding.getValue()))
                .map(
                        binding ->
                                change(
                                        "Let the client %s use the %s flow of the realm, no longer"
                                                        .formatted(
                                                                client.getClientId(),
                                                                binding.getKey())
                                                + " \"%s\"".formatted(flow.getAlias()),
                                        () ->
                                                client.removeAuthenticationFlowBindingOverride(
                                                        binding.getKey())));
    }

    private void remove(AuthenticationFlowModel flow) {
        KeycloakModelUtils.deepDeleteAuthenticationFlow(
                session, realm, flow, () -> {}, () -> {}, false);
    }

    private List<RealmChange> clean(AuthenticationFlowModel flow) {
        return new FlowTree(realm, flow)
                .executions().stream()
                        .filter(FlowTree::isOurs)
                        .map(execution -> clean(flow, execution))
                        .toList();
    }

    private RealmChange clean(
            AuthenticationFlowModel flow, AuthenticationExecutionModel execution) {
        List<String> keycloaks = KEYCLOAKS.getOrDefault(execution.getAuthenticator(), List.of());
        return change(
                "Remove %s from the flow \"%s\"%s"
                        .formatted(
                                execution.getAuthenticator(),
                                flow.getAlias(),
                                keycloaks.isEmpty()
                                        ? ""
                                        : " and put %s in its place"
                                                .formatted(String.join(", ", keycloaks))),
                () -> {
                    if (realm.getAuthenticationFlowById(execution.getParentFlow()) == null) {
                        // It was within another flow that is removed already.
                        return;
                    }
                    removeIfThere(execution);
                    for (int i = 0; i < keycloaks.size(); i++) {
                        put(keycloaks.get(i), execution, execution.getPriority() + i);
                    }
                });
    }

    private void removeIfThere(AuthenticationExecutionModel execution) {
        // It may have been within another that is removed already.
        Optional.ofNullable(realm.getAuthenticationExecutionById(execution.getId()))
                .ifPresent(this::remove);
    }

    /** What is within it goes too, unless that has no end or is within something else. */
    private void remove(AuthenticationExecutionModel execution) {
        AuthenticationFlowModel within =
                execution.getFlowId() == null
                        ? null
                        : realm.getAuthenticationFlowById(execution.getFlowId());
        if (within != null && !new FlowTree(realm, within).isTree()) {
            realm.removeAuthenticatorExecution(execution);
        } else {
            KeycloakModelUtils.deepDeleteAuthenticationExecutor(
                    session, realm, execution, () -> {}, () -> {}, false);
        }
    }

    private void put(String keycloaks, AuthenticationExecutionModel ours, int priority) {
        AuthenticationExecutionModel own = new AuthenticationExecutionModel();
        own.setParentFlow(ours.getParentFlow());
        own.setAuthenticator(keycloaks);
        own.setPriority(priority);
        own.setRequirement(ours.getRequirement());
        realm.addAuthenticatorExecution(own);
    }
}
