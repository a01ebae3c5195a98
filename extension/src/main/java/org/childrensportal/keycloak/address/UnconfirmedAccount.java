package org.childrensportal.keycloak.address;

import org.childrensportal.keycloak.journey.RefusalPage;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * An account of the portal whose address is not confirmed. It gets no token and cannot sign in.
 * Service accounts have no address, and other realms decide for themselves.
 */
public final class UnconfirmedAccount {

    /** What clients read, in the words of Keycloak's own password grant. */
    static final String REASON = "Account is not fully set up";

    private final UserSessionModel userSession;

    UnconfirmedAccount(UserSessionModel userSession) {
        this.userSession = userSession;
    }

    /** Whether the session is of such an account. */
    static boolean has(UserSessionModel userSession) {
        return wouldBe(userSession.getUser()) && new PortalRealm(userSession.getRealm()).isPortal();
    }

    /** Whether {@code user} is one if its realm is the portal's. */
    public static boolean wouldBe(UserModel user) {
        return !new AddressClaim(user).isProven() && user.getServiceAccountClientLink() == null;
    }

    /**
     * Rolls back what the request has done, most of all a session that it has started, and writes
     * an event, which stays.
     *
     * @param type of what was asked for
     */
    void refuse(KeycloakSession session, ClientModel client, EventType type) {
        session.getTransactionManager().setRollbackOnly();
        new EventBuilder(userSession.getRealm(), session, session.getContext().getConnection())
                .event(type)
                .client(client)
                .user(userSession.getUser())
                .session(userSession)
                .detail(Details.REASON, REASON)
                .error(RefusalPage.CANNOT_SIGN_IN.eventError());
    }
}
