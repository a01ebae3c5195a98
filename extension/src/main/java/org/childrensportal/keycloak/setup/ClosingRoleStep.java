package org.childrensportal.keycloak.setup;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/** People have Keycloak's role for closing their own account, by the realm's default role. */
final class ClosingRoleStep extends RealmStep {

    private static final String CHANGED = "changed";

    private final RealmModel realm;
    private final Remembered remembered;

    ClosingRoleStep(RealmModel realm) {
        super("closing-role", "Realm settings > User registration > Default roles");
        this.realm = realm;
        this.remembered = new Remembered(realm);
    }

    @Override
    List<RealmChange> setUp() {
        return role().filter(role -> !has(role)).stream()
                .map(
                        role ->
                                change(
                                        "Add the role %s to the default roles"
                                                .formatted(role.getName()),
                                        () -> add(role)))
                .toList();
    }

    private Optional<RoleModel> role() {
        return Optional.ofNullable(
                        realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID))
                .map(account -> account.getRole(AccountRoles.DELETE_ACCOUNT));
    }

    private boolean has(RoleModel role) {
        return realm.getDefaultRole().hasRole(role);
    }

    private void add(RoleModel role) {
        remembered.keep(name(), CHANGED);
        realm.getDefaultRole().addCompositeRole(role);
    }

    @Override
    List<RealmChange> leave() {
        return role().filter(this::has).filter(role -> remembered.of(name()).isPresent()).stream()
                .map(
                        role ->
                                change(
                                        "Remove the role %s from the default roles, as before"
                                                .formatted(role.getName()),
                                        () -> realm.getDefaultRole().removeCompositeRole(role)))
                .toList();
    }
}
