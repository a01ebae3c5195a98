package org.childrensportal.keycloak.profile;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.text.VisibleText;
import org.keycloak.validate.SimpleValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;

/** What the portal's validators of user profile attributes share: reading the value and failing. */
abstract class PortalValidator implements SimpleValidator {

    /** The texts of a value: none if it is absent, each one if there are several. */
    static Stream<String> texts(Object value) {
        Stream<?> values = value instanceof Collection<?> many ? many.stream() : Stream.of(value);
        return values.filter(Objects::nonNull).map(Object::toString);
    }

    static boolean isBlank(Object value) {
        return value == null || texts(value).allMatch(VisibleText::isBlank);
    }

    void fail(
            ValidationContext context, String attribute, String messageKey, Object... parameters) {
        context.addError(new ValidationError(getId(), attribute, messageKey, parameters));
    }
}
