package org.childrensportal.keycloak.session;

import org.childrensportal.keycloak.journey.PageActionFactory;

/** {@code portal-sessions}: see {@link SessionsAction}. */
public final class SessionsActionFactory extends PageActionFactory {

    static final String ID = "portal-sessions";

    /** For Keycloak, which looks for it by the name of its interface. */
    public SessionsActionFactory() {
        super(ID, "Portal: where you are signed in", new SessionsAction());
    }
}
