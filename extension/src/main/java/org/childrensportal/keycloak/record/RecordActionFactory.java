package org.childrensportal.keycloak.record;

import org.childrensportal.keycloak.journey.PageActionFactory;

/** {@code portal-record}: see {@link RecordAction}. */
public final class RecordActionFactory extends PageActionFactory {

    static final String ID = "portal-record";

    /** For Keycloak, which looks for it by the name of its interface. */
    public RecordActionFactory() {
        super(ID, "Portal: what happened to the account", new RecordAction());
    }
}
