package org.childrensportal.keycloak.profile;

import java.util.List;
import org.childrensportal.keycloak.domain.profile.Postcode;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;

/** {@code portal-uk-postcode}: the attribute is a full UK postcode, or empty. */
public final class UkPostcodeValidator extends PortalValidator implements ConfiguredProvider {

    public static final String ID = "portal-uk-postcode";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ValidationContext validate(
            Object value, String attribute, ValidationContext context, ValidatorConfig config) {
        if (!isBlank(value) && texts(value).anyMatch(text -> Postcode.read(text).isEmpty())) {
            fail(context, attribute, ProfileError.NOT_A_POSTCODE.messageKey());
        }
        return context;
    }

    @Override
    public String getHelpText() {
        return "A full UK postcode, such as SW1A 1AA. Spaces, hyphens, dots and brackets are"
                + " ignored.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
