package org.childrensportal.keycloak.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.childrensportal.keycloak.account.AccountAction;
import org.childrensportal.keycloak.realm.PortalIds;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** What people can do with their account is there, and switched on. */
final class AccountActionsStep extends RealmStep {

    private static final String ADDED = "account-actions-added";
    private static final String SWITCHED_ON = "account-actions-on";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Remembered remembered;

    AccountActionsStep(KeycloakSession session, RealmModel realm) {
        super("account-actions", "Authentication > Required actions");
        this.session = session;
        this.realm = realm;
        this.remembered = new Remembered(realm);
    }

    @Override
    List<RealmChange> setUp() {
        return Arrays.stream(AccountAction.values())
                .filter(action -> action.isKnown(session))
                .map(AccountAction::id)
                .flatMap(this::setUp)
                .toList();
    }

    private Stream<RealmChange> setUp(String id) {
        List<RequiredActionProviderModel> present = present(id);
        if (present.isEmpty()) {
            return Stream.of(change("Add \"%s\"".formatted(label(id)), () -> add(id)));
        }
        RequiredActionProviderModel action = present.get(0);
        return action.isEnabled()
                ? Stream.empty()
                : Stream.of(
                        change(
                                "Switch on \"%s\"".formatted(action.getName()),
                                () -> switchOn(action)));
    }

    private List<RequiredActionProviderModel> present(String id) {
        return realm.getRequiredActionProvidersStream()
                .filter(action -> id.equals(action.getProviderId()))
                .toList();
    }

    /** Behind all others, so that it is asked for after them. */
    private void add(String id) {
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(id);
        action.setProviderId(id);
        action.setName(label(id));
        action.setEnabled(true);
        action.setPriority(
                1
                        + realm.getRequiredActionProvidersStream()
                                .mapToInt(RequiredActionProviderModel::getPriority)
                                .max()
                                .orElse(0));
        realm.addRequiredActionProvider(action);
        remembered.keepMore(ADDED, Set.of(id));
    }

    private void switchOn(RequiredActionProviderModel action) {
        action.setEnabled(true);
        realm.updateRequiredActionProvider(action);
        remembered.keepMore(SWITCHED_ON, Set.of(action.getProviderId()));
    }

    private String label(String id) {
        RequiredActionFactory factory =
                (RequiredActionFactory)
                        session.getKeycloakSessionFactory()
                                .getProviderFactory(RequiredActionProvider.class, id);
        return factory.getDisplayText();
    }

    @Override
    List<RealmChange> leave() {
        Set<String> added = remembered.names(ADDED);
        Set<String> switchedOn = remembered.names(SWITCHED_ON);
        return Arrays.stream(AccountAction.values())
                .map(AccountAction::id)
                .flatMap(id -> present(id).stream())
                .flatMap(
                        action -> {
                            String id = action.getProviderId();
                            if (added.contains(id) || PortalIds.has(id)) {
                                return Stream.of(
                                        change(
                                                "Remove \"%s\"".formatted(action.getName()),
                                                () -> realm.removeRequiredActionProvider(action)));
                            }
                            return switchedOn.contains(id) && action.isEnabled()
                                    ? Stream.of(
                                            change(
                                                    "Switch off \"%s\", as before"
                                                            .formatted(action.getName()),
                                                    () -> switchOff(action)))
                                    : Stream.empty();
                        })
                .toList();
    }

    private void switchOff(RequiredActionProviderModel action) {
        action.setEnabled(false);
        realm.updateRequiredActionProvider(action);
    }
}
