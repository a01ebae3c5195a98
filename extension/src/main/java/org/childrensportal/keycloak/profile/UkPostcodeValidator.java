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
        if (!isBlank(value)) {
            texts(value)
                    .filter(text -> Postcode.read(text).isEmpty())
                    .findFirst()
                    .map(UkPostcodeValidator::error)
                    .ifPresent(error -> fail(context, attribute, error.messageKey()));
        }
        return context;
    }

    private static ProfileError error(String typed) {
        return switch (Postcode.other(typed)) {
            case BFPO -> ProfileError.BFPO_NUMBER;
            case OVERSEAS -> ProfileError.OVERSEAS_POSTCODE;
            case UNKNOWN -> ProfileError.NOT_A_POSTCODE;
        };
    }

    @Override
    public String getHelpText() {
        return "A full UK postcode, such as SW1A 1AA, and stored like that. Spaces, hyphens, dots"
                + " and brackets are ignored; O typed for 0 and I for 1 are put right.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
