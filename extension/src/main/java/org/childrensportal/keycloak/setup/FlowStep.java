package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * A flow of the realm is the portal's: a copy of the realm's own with the portal's executions in
 * place of Keycloak's, or, where there is nothing to put them in place of, the portal's as it is
 * shipped. The realm's own flow stays as it is.
 */
final class FlowStep extends RealmStep {

    /** Flows that were made for the portal, by their ids. */
    static final String MADE = "flows-made";

    private final RealmModel realm;
    private final RealmRepresentation portal;
    private final Remembered remembered;
    private final BoundFlow kind;

    FlowStep(RealmModel realm, RealmRepresentation portal, BoundFlow kind) {
        super(kind.step(), "Authentication > Flows");
        this.realm = realm;
        this.portal = portal;
        this.remembered = new Remembered(realm);
        this.kind = kind;
    }

    @Override
    List<RealmChange> setUp() {
        AuthenticationFlowModel bound = kind.of(realm);
        if (bound != null && isComplete(bound)) {
            return require(bound);
        }
        Optional<AuthenticationFlowModel> there =
                Optional.ofNullable(realm.getFlowByAlias(kind.alias()));
        if (there.filter(this::isComplete).isPresent()) {
            List<RealmChange> changes = new ArrayList<>(require(there.get()));
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

    private List<RealmChange> require(AuthenticationFlowModel flow) {
        return new FlowTree(realm, flow)
                .notRequired(kind).stream()
                        .map(
                                execution ->
                                        change(
                                                "Make %s REQUIRED in the flow \"%s\""
                                                        .formatted(
                                                                execution.getAuthenticator(),
                                                                flow.getAlias()),
                                                () -> require(execution)))
                        .toList();
    }

    private void require(AuthenticationExecutionModel execution) {
        execution.setRequirement(Requirement.REQUIRED);
        realm.updateAuthenticatorExecution(execution);
    }

    private RealmChange make(AuthenticationFlowModel bound) {
        FlowCopy copy = new FlowCopy(realm, kind);
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
        remembered.keepMore(MADE, List.of(made.getId()));
        bind(made);
    }

    private void bind(AuthenticationFlowModel flow) {
        if (kind.of(realm) != null) {
            remembered.keep(name(), kind.of(realm).getAlias());
        }
        kind.bind(realm, flow);
    }

    @Override
    List<RealmChange> leave() {
        AuthenticationFlowModel bound = kind.of(realm);
        if (bound == null || !new FlowTree(realm, bound).hasOurs()) {
            return List.of();
        }
        Optional<AuthenticationFlowModel> before =
                remembered
                        .of(name())
                        .map(realm::getFlowByAlias)
                        .filter(flow -> !new FlowTree(realm, flow).hasOurs());
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
}
