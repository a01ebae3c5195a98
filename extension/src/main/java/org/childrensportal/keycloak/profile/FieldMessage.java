package org.childrensportal.keycloak.profile;

import java.util.Set;

/**
 * The message keys of the portal's own rules, which say at a field what to do there ("Enter your
 * forename"). An attribute that an administrator added has the rule's general message.
 */
public final class FieldMessage {

    private static final Set<String> BY_FIELD =
            Set.of(
                    RequiredWhenProfessionalValidator.MISSING,
                    SingleLineValidator.TOO_LONG,
                    SingleLineValidator.CONTROL_CHARACTER);

    private FieldMessage() {}

    /**
     * The key of {@code rule} for one attribute: that of the rule, dot, name of the attribute if
     * there is one.
     */
    public static String key(String rule, String attribute) {
        return BY_FIELD.contains(rule) && ProfileAttribute.DETAILS.contains(attribute)
                ? rule + "." + attribute
                : rule;
    }
}
