package org.childrensportal.keycloak.profile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.validation.Validation;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.validators.EmailValidator;

/**
 * {@code portal-email-address}: the attribute is an {@link EmailAddress}, or empty. Stands beside
 * Keycloak's {@code email}, and says nothing of what that one refuses already.
 */
public final class PortalEmailAddressValidator extends PortalValidator
        implements ConfiguredProvider {

    public static final String ID = "portal-email-address";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ValidationContext validate(
            Object value, String attribute, ValidationContext context, ValidatorConfig config) {
        if (!isBlank(value)) {
            texts(value)
                    .filter(text -> EmailAddress.read(text).isEmpty())
                    .filter(Validation::isEmailValid)
                    .findFirst()
                    .ifPresent(
                            text ->
                                    fail(
                                            context,
                                            attribute,
                                            messageKey(text),
                                            EmailAddress.LONGEST));
        }
        return context;
    }

    private static String messageKey(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length > EmailAddress.LONGEST
                ? ProfileError.EMAIL_TOO_LONG.messageKey()
                : EmailValidator.MESSAGE_INVALID_EMAIL;
    }

    @Override
    public String getHelpText() {
        return "An email address of at most "
                + EmailAddress.LONGEST
                + " octets that mail can be sent to. Use it with Keycloak's validator email.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
