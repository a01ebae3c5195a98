package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.childrensportal.keycloak.database.StoredAccounts;
import org.childrensportal.keycloak.realm.PortalIds;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/** The required action that confirms addresses is there, switched on, and before every other. */
final class ConfirmationStep extends RealmStep {

    /** What Keycloak's own begin at is 10. */
    private static final int FIRST = 5;

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RequiredActionProviderModel needed;

    ConfirmationStep(KeycloakSession session, RealmModel realm) {
        super("required-action", "Authentication > Required actions");
        this.session = session;
        this.realm = realm;
        this.needed = new RequiredActionProviderModel();
        needed.setAlias(PortalRealm.CONFIRMATION);
        needed.setProviderId(PortalRealm.CONFIRMATION);
        needed.setName(PortalRealm.CONFIRMATION_LABEL);
        needed.setEnabled(true);
    }

    @Override
    List<RealmChange> setUp() {
        List<RequiredActionProviderModel> present = new PortalRealm(realm).confirmations();
        if (present.isEmpty()) {
            return List.of(change("Add \"%s\"".formatted(needed.getName()), this::add));
        }
        RequiredActionProviderModel action = present.get(0);
        List<RealmChange> changes = new ArrayList<>();
        present.stream()
                .skip(1)
                .map(
                        second ->
                                change(
                                        "Remove \"%s\" (%s), which is there already"
                                                .formatted(needed.getName(), second.getAlias()),
                                        () -> realm.removeRequiredActionProvider(second)))
                .forEach(changes::add);
        if (!action.isEnabled()) {
            changes.add(
                    change(
                            "Switch on \"%s\"".formatted(needed.getName()),
                            () -> {
                                action.setEnabled(true);
                                realm.updateRequiredActionProvider(action);
                            }));
        }
        if (!PortalRealm.CONFIRMATION.equals(action.getAlias())) {
            changes.add(
                    change(
                            "Give \"%s\" its alias %s"
                                    .formatted(needed.getName(), PortalRealm.CONFIRMATION),
                            () -> {
                                action.setAlias(PortalRealm.CONFIRMATION);
                                realm.updateRequiredActionProvider(action);
                            }));
        }
        if (action.getPriority() >= lowestOfOthers()) {
            changes.add(
                    change(
                            "Put \"%s\" first".formatted(needed.getName()),
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
                .filter(action -> !PortalIds.has(action.getProviderId()))
                .mapToInt(RequiredActionProviderModel::getPriority)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    @Override
    List<RealmChange.Words> setUpObstacles() {
        boolean isOff =
                session.getKeycloakSessionFactory()
                                .getProviderFactory(
                                        RequiredActionProvider.class, PortalRealm.CONFIRMATION)
                        == null;
        return isOff
                ? List.of(
                        words(
                                "Switch on the required action %s in the server's options"
                                        .formatted(PortalRealm.CONFIRMATION)))
                : List.of();
    }

    @Override
    List<RealmChange> leave() {
        List<RequiredActionProviderModel> ours =
                realm.getRequiredActionProvidersStream()
                        .filter(action -> PortalRealm.CONFIRMATION.equals(action.getProviderId()))
                        .toList();
        return Stream.concat(
                        accounts().isEmpty()
                                ? Stream.empty()
                                : Stream.of(
                                        change(
                                                "Ask %d accounts no longer to do \"%s\""
                                                        .formatted(
                                                                accounts().size(),
                                                                needed.getName()),
                                                this::askNobody)),
                        ours.stream()
                                .map(
                                        action ->
                                                change(
                                                        "Remove \"%s\" and its settings"
                                                                .formatted(needed.getName()),
                                                        () ->
                                                                realm.removeRequiredActionProvider(
                                                                        action))))
                .toList();
    }

    /** Those that an administrator has asked to do it. */
    private List<String> accounts() {
        return new StoredAccounts(session, realm.getId()).requiredTo(PortalRealm.CONFIRMATION);
    }

    private void askNobody() {
        for (String id : accounts()) {
            UserModel user = session.users().getUserById(realm, id);
            if (user != null) {
                user.removeRequiredAction(PortalRealm.CONFIRMATION);
            }
        }
    }
}
