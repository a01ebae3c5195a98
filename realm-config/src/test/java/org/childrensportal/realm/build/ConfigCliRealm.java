package org.childrensportal.realm.build;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The realm as keycloak-config-cli reads it. That tool works over REST, where nothing is filled in,
 * so it fills in placeholders itself, in a spelling of its own; and it has a place of its own for
 * the user profile, which it looks at only if an attribute of the realm says so.
 */
final class ConfigCliRealm {

    private static final String PROFILE = "org.keycloak.userprofile.UserProfileProvider";

    private ConfigCliRealm() {}

    /**
     * @param realm as Keycloak imports it at a start
     * @param profile the user profile, as an object
     */
    static ObjectNode of(ObjectNode realm, ObjectNode profile) {
        ObjectNode made = realm.deepCopy();
        made.withObject("/components").remove(PROFILE);
        made.set("userProfile", profile);
        made.withObject("/attributes").put("userProfileEnabled", "true");
        return AssembleRealm.parse(
                Placeholders.respelt(
                        made.toString(),
                        (name, otherwise) -> "$(" + name + ":-" + otherwise + ")"));
    }
}
