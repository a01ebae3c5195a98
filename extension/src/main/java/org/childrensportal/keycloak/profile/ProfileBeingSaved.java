package org.childrensportal.keycloak.profile;

import org.keycloak.models.KeycloakSession;

/**
 * Whether an administrator saves a user profile at this moment. Keycloak 26.7 asks a validator
 * about its settings then, and whenever it reads a profile that is stored: a refusal would make
 * every page of the realm fail.
 */
public final class ProfileBeingSaved {

    private static final String ATTRIBUTE = ProfileBeingSaved.class.getName();

    private ProfileBeingSaved() {}

    /** Does what judges a profile before it is saved. */
    public static void judge(KeycloakSession session, Runnable judging) {
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
