package org.childrensportal.keycloak.password;

import java.util.Collection;
import java.util.List;
import org.keycloak.models.KeycloakSession;

/**
 * What is known in this request about a person who has no account yet: names that must not be in
 * the password.
 */
public final class PersonalNames {

    private static final String ATTRIBUTE = PersonalNames.class.getName();

    private PersonalNames() {}

    /** Notes the names for the policies that judge the password of this request. */
    public static void note(KeycloakSession session, Collection<String> names) {
        session.setAttribute(ATTRIBUTE, List.copyOf(names));
    }

    static List<String> of(KeycloakSession session) {
        return session.getAttributeOrDefault(ATTRIBUTE, List.<String>of());
    }
}
