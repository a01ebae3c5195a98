package org.childrensportal.keycloak.data;

import org.childrensportal.keycloak.journey.PageActionFactory;

/** {@code portal-data}: see {@link DataAction}. */
public final class DataActionFactory extends PageActionFactory {

    /** The id of the required action. */
    public static final String ID = "portal-data";

    /** For Keycloak, which looks for it by the name of its interface. */
    public DataActionFactory() {
        super(ID, "Portal: all that is stored about the person", new DataAction());
    }
}
