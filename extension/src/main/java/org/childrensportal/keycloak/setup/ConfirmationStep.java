package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** The required action that confirms addresses is there, switched on, and before every other. */
final class ConfirmationStep extends RealmStep {

    /** What Keycloak's own begin at is 10. */
    private static final int FIRST = 5;

    private final RealmModel realm;
    private final RequiredActionProviderModel needed;

    /**
     * @param label what the console calls it
     */
    ConfirmationStep(RealmModel realm, String label) {
        super("required-action", "Authentication > Required actions");
        this.realm = realm;
        this.needed = new RequiredActionProviderModel();
        needed.setAlias(PortalRealm.CONFIRMATION);
        needed.setProviderId(PortalRealm.CONFIRMATION);
        needed.setName(label);
        needed.setEnabled(true);
    }

    @Override
    List<RealmChange> setUp() {
        Optional<RequiredActionProviderModel> present = new PortalRealm(realm).confirmation();
        if (present.isEmpty()) {
            return List.of(change("Add \"%s\"".formatted(needed.getName()), this::add));
        }
        RequiredActionProviderModel action = present.get();
        List<RealmChange> changes = new ArrayList<>();
        if (!action.isEnabled()) {
            changes.add(
                    change(
                            "Switch on \"%s\"".formatted(action.getName()),
                            () -> {
                                action.setEnabled(true);
                                realm.updateRequiredActionProvider(action);
                            }));
        }
        if (!PortalRealm.CONFIRMATION.equals(action.getAlias())) {
            changes.add(
                    change(
                            "Give \"%s\" its alias %s"
                                    .formatted(action.getName(), PortalRealm.CONFIRMATION),
                            () -> {
                                action.setAlias(PortalRealm.CONFIRMATION);
                                realm.updateRequiredActionProvider(action);
                            }));
        }
        if (action.getPriority() >= lowestOfOthers()) {
            changes.add(
                    change(
                            "Put \"%s\" first".formatted(action.getName()),
                            () -> {
                                action.setPriority(first());
                                realm.updateRequiredActionProvider(action);
                            }));
        }
        return changes;
    }

    private void add() {
        needed.setPriority(first());
        realm.addRequiredActionProvider(needed);
    }

    private int first() {
        return Math.min(FIRST, lowestOfOthers() - 1);
    }

    private int lowestOfOthers() {
        return realm.getRequiredActionProvidersStream()
                .filter(RequiredActionProviderModel::isEnabled)
                .filter(action -> !Ours.isId(action.getProviderId()))
                .mapToInt(RequiredActionProviderModel::getPriority)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    @Override
    List<RealmChange> leave() {
        try (Stream<RequiredActionProviderModel> actions =
                realm.getRequiredActionProvidersStream()) {
            return actions.filter(action -> Ours.isId(action.getProviderId()))
                    .map(
                            action ->
                                    change(
                                            "Remove \"%s\" and its settings"
                                                    .formatted(action.getName()),
                                            () -> realm.removeRequiredActionProvider(action)))
                    .toList();
        }
    }
}
