package org.childrensportal.keycloak.registration;

import java.util.Arrays;
import java.util.List;
import org.childrensportal.keycloak.profile.ProfileError;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.userprofile.validator.AttributeRequiredByMetadataValidator;
import org.keycloak.validate.ValidationError;

/**
 * The message at a field. What is missing has the portal's message, whichever rule missed it;
 * another rule has its own.
 */
record AnswerError(String attribute, String key, List<Object> parameters) {

    static AnswerError of(String attribute, ValidationError error) {
        boolean missing =
                AttributeRequiredByMetadataValidator.ERROR_USER_ATTRIBUTE_REQUIRED.equals(
                        error.getMessage());
        String key = missing ? ProfileError.MISSING.messageKey(attribute) : error.getMessage();
        return new AnswerError(
                attribute, key, Arrays.asList(error.getInputHintWithMessageParameters()));
    }

    FormMessage message() {
        return new FormMessage(attribute, key, parameters.toArray());
    }
}
