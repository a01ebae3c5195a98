package org.childrensportal.keycloak.password;

import java.util.Set;
import org.childrensportal.keycloak.settings.AdminRequest;

/** Who has a policy's text read: Keycloak 26.7 asks {@code parseConfig} whoever it is. */
final class PolicyReader {

    /** They read what is stored. */
    private static final Set<String> MODELS =
            Set.of("org.keycloak.models.jpa.RealmAdapter", GuidesHistory.class.getName());

    private PolicyReader() {}

    /** Whether an administrator saves the policy at this moment, and can be told about it. */
    static boolean isAdministrator() {
        return AdminRequest.isAsking(MODELS);
    }
}
