package org.childrensportal.keycloak.address;

import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * An account of the portal whose address is not confirmed. It gets no token and cannot sign in.
 * Service accounts have no address, and other realms decide for themselves.
 */
public final class UnconfirmedAccount {

    private UnconfirmedAccount() {}

    /** Whether the session is of such an account. */
    static boolean has(UserSessionModel userSession) {
        return wouldBe(userSession.getUser()) && new PortalRealm(userSession.getRealm()).isPortal();
    }

    /** Whether {@code user} is one if its realm is the portal's. */
    public static boolean wouldBe(UserModel user) {
        return !new AddressClaim(user).isProven() && user.getServiceAccountClientLink() == null;
    }
}
