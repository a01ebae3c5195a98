package org.childrensportal.keycloak.setup;

import java.util.List;
import org.childrensportal.keycloak.address.UnconfirmedAccount;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminAuth;

/** Whoever asks gets in afterwards as well: in a portal's realm, accounts have proven addresses. */
final class AdministratorStep extends RealmStep {

    private final RealmModel realm;
    private final AdminAuth administrator;

    AdministratorStep(RealmModel realm, AdminAuth administrator) {
        super("your-account", "Users > your own > Details");
        this.realm = realm;
        this.administrator = administrator;
    }

    @Override
    List<RealmChange.Words> setUpObstacles() {
        return administrator.getRealm().getId().equals(realm.getId())
                        && UnconfirmedAccount.wouldBe(administrator.getUser())
                ? List.of(
                        words(
                                "Give your own account an \"Email\" and switch on \"Email"
                                        + " verified\", or ask from another realm: you would get"
                                        + " no token any more"))
                : List.of();
    }
}
