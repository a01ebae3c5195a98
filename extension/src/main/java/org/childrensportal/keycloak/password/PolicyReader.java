package org.childrensportal.keycloak.password;

import java.util.Set;

/**
 * Who has a policy's text read. Keycloak 26.7 asks one method ({@code
 * PasswordPolicyProvider.parseConfig}) for what an administrator saves and for what is stored. A
 * refusal tells the administrator, but keeps a server from starting and a realm from being loaded.
 */
final class PolicyReader {

    /** They read what is stored. */
    private static final Set<String> MODELS =
            Set.of("org.keycloak.models.jpa.RealmAdapter", GuidesHistory.class.getName());

    private static final String ADMINISTRATION = "org.keycloak.services.resources.admin.";

    private PolicyReader() {}

    /** Whether an administrator saves the policy at this moment, and can be told about it. */
    static boolean isAdministrator() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.map(StackWalker.StackFrame::getClassName)
                                        .filter(PolicyReader::isReader)
                                        .findFirst())
                .filter(reader -> reader.startsWith(ADMINISTRATION))
                .isPresent();
    }

    private static boolean isReader(String name) {
        return MODELS.contains(name) || name.startsWith(ADMINISTRATION);
    }
}
