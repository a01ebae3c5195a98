package org.childrensportal.keycloak.setup;

import java.util.List;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;

/** Who is there already, and will be asked for what they have not said yet. */
final class PeopleStep extends RealmStep {

    private final KeycloakSession session;
    private final RealmModel realm;

    PeopleStep(KeycloakSession session, RealmModel realm) {
        super("people", "Authentication > Required actions > Verify Profile");
        this.session = session;
        this.realm = realm;
    }

    @Override
    List<RealmChange.Words> toDo() {
        boolean nobodyIsAsked =
                new PortalRealm(realm).isPortal() || session.users().getUsersCount(realm) == 0;
        return nobodyIsAsked
                ? List.of()
                : List.of(
                        words(
                                "Tell the people of the realm, yourself if you are one: at the next"
                                        + " sign-in they are asked for "
                                        + what()
                                        + ", and get no token by name and password alone (direct"
                                        + " grant, kcadm) before they have answered"));
    }

    private String what() {
        String address = "an address that is not verified yet";
        return asksForDetails()
                ? "details that are missing, unless you switch this off, and for " + address
                : address;
    }

    private boolean asksForDetails() {
        RequiredActionProviderModel action =
                realm.getRequiredActionProviderByAlias(
                        UserModel.RequiredAction.VERIFY_PROFILE.name());
        return action != null && action.isEnabled();
    }
}
