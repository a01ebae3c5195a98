package org.childrensportal.keycloak.profile;

import java.util.Set;
import org.childrensportal.keycloak.settings.AdminRequest;
import org.keycloak.models.KeycloakSession;

/**
 * Whether an administrator saves a user profile at this moment. Keycloak 26.7 asks a validator
 * about its settings then, when a server starts with a realm to import, and whenever it reads a
 * profile that is stored: a refusal would keep the server from starting and make every page of the
 * realm fail.
 */
public final class ProfileBeingSaved {

    private static final String ATTRIBUTE = ProfileBeingSaved.class.getName();

    private ProfileBeingSaved() {}

    /** Does what judges a profile before an administrator saves it, or an import brings it. */
    public static void judge(KeycloakSession session, Runnable judging) {
        if (!AdminRequest.isAsking(Set.of())) {
            judging.run();
            return;
        }
        session.setAttribute(ATTRIBUTE, true);
        try {
            judging.run();
        } finally {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    static boolean in(KeycloakSession session) {
        return session.getAttribute(ATTRIBUTE) != null;
    }
}
