package org.childrensportal.keycloak.setup;

/** What the portal's providers are called. */
final class Ours {

    private static final String PREFIX = "portal-";

    private Ours() {}

    /** Whether {@code id} is that of one of our providers, of this version or another. */
    static boolean isId(String id) {
        return id != null && id.startsWith(PREFIX);
    }
}
