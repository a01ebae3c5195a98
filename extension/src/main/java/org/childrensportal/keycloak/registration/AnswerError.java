package org.childrensportal.keycloak.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.childrensportal.keycloak.profile.ProfileError;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.userprofile.validator.AttributeRequiredByMetadataValidator;
import org.keycloak.validate.ValidationError;

/**
 * The message at a field. For the portal's own rules there is one for each field ("Enter your
 * forename"): key of the rule, dot, name of the attribute. A rule that an administrator added has
 * Keycloak's own message.
 */
record AnswerError(String attribute, String key, List<Object> parameters) {

    private static final Set<String> KEYS_BY_FIELD =
            Set.of(
                    ProfileError.MISSING.messageKey(),
                    ProfileError.TOO_LONG.messageKey(),
                    ProfileError.CONTROL_CHARACTER.messageKey());

    static AnswerError of(String attribute, ValidationError error) {
        boolean missing =
                AttributeRequiredByMetadataValidator.ERROR_USER_ATTRIBUTE_REQUIRED.equals(
                        error.getMessage());
        String rule = missing ? ProfileError.MISSING.messageKey() : error.getMessage();
        String key = KEYS_BY_FIELD.contains(rule) ? rule + "." + attribute : rule;
        return new AnswerError(
                attribute, key, Arrays.asList(error.getInputHintWithMessageParameters()));
    }

    FormMessage message() {
        return new FormMessage(attribute, key, parameters.toArray());
    }
}
