package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * A flow of the realm is the portal's: a copy of the realm's own with the portal's executions in
 * place of Keycloak's, or, where there is nothing to put them in place of, the portal's as it is
 * shipped. The realm's own flow stays as it is.
 */
final class FlowStep extends RealmStep {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RealmRepresentation portal;
    private final Remembered remembered;
    private final MadeFlows made;
    private final BoundFlow kind;

    FlowStep(
            KeycloakSession session, RealmModel realm, RealmRepresentation portal, BoundFlow kind) {
        super(kind.step(), "Authentication > Flows");
        this.session = session;
        this.made = new MadeFlows(session, realm);
        this.realm = realm;
        this.portal = portal;
        this.remembered = new Remembered(realm);
        this.kind = kind;
    }

    @Override
    List<RealmChange> setUp() {
        AuthenticationFlowModel bound = kind.of(realm);
        if (bound != null && isComplete(bound)) {
            return putToUse(bound);
        }
        Optional<AuthenticationFlowModel> there =
                Optional.ofNullable(realm.getFlowByAlias(kind.alias()));
        if (there.filter(this::isComplete).isPresent()) {
            List<RealmChange> changes = new ArrayList<>(putToUse(there.get()));
            changes.add(
                    change(
                            "Bind the flow \"%s\" as %s".formatted(kind.alias(), kind.label()),
                            () -> bind(there.get())));
            return changes;
        }
        if (there.isPresent()) {
            // Half made, or something else of this name: renamed, never removed.
            return List.of(
                    change(
                            "Rename the flow \"%s\", which lacks executions of the portal, to \"%s\""
                                    .formatted(kind.alias(), spare()),
                            () -> rename(there.get())),
                    make(bound));
        }
        return List.of(make(bound));
    }

    private void rename(AuthenticationFlowModel flow) {
        flow.setAlias(spare());
        realm.updateAuthenticationFlow(flow);
    }

    private String spare() {
        return new FreeName(realm).forFlow(kind.alias() + " before");
    }

    private boolean isComplete(AuthenticationFlowModel flow) {
        FlowTree tree = new FlowTree(realm, flow);
        return kind.needed().stream().allMatch(tree::has);
    }

    private List<RealmChange> putToUse(AuthenticationFlowModel flow) {
        return new FlowTree(realm, flow)
                .executions().stream()
                        .filter(kind::needs)
                        .filter(execution -> beside(execution).leaveItIdle())
                        .map(
                                execution ->
                                        change(
                                                "Put %s to use in the flow \"%s\""
                                                        .formatted(
                                                                execution.getAuthenticator(),
                                                                flow.getAlias()),
                                                () -> putToUse(execution)))
                        .toList();
    }

    private Siblings beside(AuthenticationExecutionModel execution) {
        return new Siblings(session, realm, execution);
    }

    private void putToUse(AuthenticationExecutionModel execution) {
        if (beside(execution).areAlternatives()) {
            realm.removeAuthenticatorExecution(execution);
            new Place(realm, execution.getParentFlow(), execution.getPriority())
                    .offer(execution.getAuthenticator());
        } else {
            execution.setRequirement(Requirement.REQUIRED);
            realm.updateAuthenticatorExecution(execution);
        }
    }

    private RealmChange make(AuthenticationFlowModel bound) {
        FlowCopy copy = new FlowCopy(session, realm, kind);
        return bound != null && copy.isPossible(bound)
                ? change(
                        "Copy the flow \"%s\" as \"%s\", with %s in place of %s, and bind it as %s"
                                .formatted(
                                        bound.getAlias(),
                                        kind.alias(),
                                        String.join(", ", kind.needed()),
                                        copy.inPlaceOf(),
                                        kind.label()),
                        () -> bindMade(copy.of(bound)))
                : change(
                        "Add the flow \"%s\" of the portal and bind it as %s in place of %s"
                                .formatted(
                                        kind.alias(),
                                        kind.label(),
                                        bound == null ? "none" : "\"" + bound.getAlias() + "\""),
                        () -> bindMade(new FlowFile(realm, portal).make(kind.alias())));
    }

    private void bindMade(AuthenticationFlowModel made) {
        remembered.keepMore(MadeFlows.MEMORY, List.of(made.getId(), made.getAlias()));
        bind(made);
    }

    private void bind(AuthenticationFlowModel flow) {
        AuthenticationFlowModel before = kind.of(realm);
        remembered.keep(
                name(),
                before == null
                        ? Remembered.NONE
                        : Remembered.lines(before.getId(), before.getAlias()));
        kind.bind(realm, flow);
    }

    @Override
    List<RealmChange> leave() {
        AuthenticationFlowModel bound = kind.of(realm);
        if (!isTakenBack(bound)) {
            return List.of();
        }
        Optional<AuthenticationFlowModel> before = before();
        return List.of(
                change(
                        "Bind the flow \"%s\" as %s in place of \"%s\""
                                .formatted(
                                        before.map(AuthenticationFlowModel::getAlias)
                                                .orElse(kind.keycloaksAlias()),
                                        kind.label(),
                                        bound.getAlias()),
                        () ->
                                before.ifPresentOrElse(
                                        flow -> kind.bind(realm, flow),
                                        () -> kind.bindKeycloaks(realm))));
    }

    /**
     * A flow of the realm's own, that somebody has put ours into, stays bound where Keycloak's can
     * be put in place of ours.
     */
    private boolean isTakenBack(AuthenticationFlowModel bound) {
        return bound != null
                && new FlowTree(realm, bound).hasOurs()
                && (made.has(bound) || kind.replaced().isEmpty());
    }

    /** Found by its id, or else by its name: a realm that was exported has other ids. */
    private Optional<AuthenticationFlowModel> before() {
        Set<String> kept = remembered.names(name());
        List<AuthenticationFlowModel> flows =
                realm.getAuthenticationFlowsStream()
                        .filter(AuthenticationFlowModel::isTopLevel)
                        .filter(flow -> !isTakenBack(flow))
                        .toList();
        return flows.stream()
                .filter(flow -> kept.contains(flow.getId()))
                .findFirst()
                .or(
                        () ->
                                flows.stream()
                                        .filter(flow -> kept.contains(flow.getAlias()))
                                        .findFirst());
    }

    /** Keycloak's own flow may ask for less than what the realm had. */
    @Override
    List<RealmChange.Words> leavingObstacles() {
        AuthenticationFlowModel bound = kind.of(realm);
        if (!isTakenBack(bound)
                || before().isPresent()
                || remembered.of(name()).filter(Remembered.NONE::equals).isPresent()) {
            return List.of();
        }
        return List.of(
                words(
                        ("The realm does not remember what was bound as %s before \"%s\", or has it"
                                        + " no longer: bind what it is to have, or ask with"
                                        + " keycloaks-flows=true for Keycloak's own (\"%s\")")
                                .formatted(kind.label(), bound.getAlias(), kind.keycloaksAlias())));
    }
}
