package org.childrensportal.keycloak.profile;

import java.util.List;
import java.util.Map;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;

/**
 * {@code portal-required-when-professional}: the attribute must not be empty if the account is used
 * in a professional capacity, or at all if the administrator asks everyone ({@link
 * WorkDetailsSetting}).
 */
public final class RequiredWhenProfessionalValidator extends PortalValidator
        implements ConfiguredProvider {

    public static final String ID = "portal-required-when-professional";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ValidationContext validate(
            Object value, String attribute, ValidationContext context, ValidatorConfig config) {
        if (isBlank(value) && isAsked(context)) {
            fail(context, attribute, ProfileError.MISSING.messageKey());
        }
        return context;
    }

    private static boolean isAsked(ValidationContext context) {
        Map<String, List<String>> siblings =
                UserProfileAttributeValidationContext.from(context)
                        .getAttributeContext()
                        .getAttributes()
                        .toMap();
        boolean professional =
                siblings.getOrDefault(ProfileAttribute.PROFESSIONAL, List.of()).contains("true");
        return professional
                || WorkDetailsSetting.of(context.getSession().getContext().getRealm())
                        .asksEveryone();
    }

    @Override
    public String getHelpText() {
        return "Must be filled in when the account is used in a professional capacity. The form"
                + " action \"Portal: work address\" can ask everyone.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
