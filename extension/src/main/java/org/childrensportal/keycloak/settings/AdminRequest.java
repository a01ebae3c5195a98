package org.childrensportal.keycloak.settings;

import java.util.Set;

/**
 * Whether an administrator saves a setting at this moment, who can be told that it is out of
 * bounds. Keycloak 26.7 asks the same methods about what is saved, what is imported at start and
 * what is stored. A refusal of the last two keeps the server from starting, or the realm from being
 * read.
 */
public final class AdminRequest {

    private static final String ADMINISTRATION = "org.keycloak.services.resources.admin.";

    private AdminRequest() {}

    /**
     * Whether the admin API has something judged.
     *
     * @param readers names of classes that read what is stored, for an administrator too
     */
    public static boolean isAsking(Set<String> readers) {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.map(StackWalker.StackFrame::getClassName)
                                        .filter(
                                                name ->
                                                        readers.contains(name)
                                                                || isAdministration(name))
                                        .findFirst())
                .filter(AdminRequest::isAdministration)
                .isPresent();
    }

    private static boolean isAdministration(String name) {
        return name.startsWith(ADMINISTRATION);
    }
}
