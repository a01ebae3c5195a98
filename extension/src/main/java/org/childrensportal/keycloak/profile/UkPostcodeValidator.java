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

    /** Message: not a full UK postcode. */
    public static final String NOT_A_POSTCODE = "portalPostcode";

    /** Message: the number of a British Forces Post Office. */
    public static final String BFPO = "portalPostcodeBfpo";

    /** Message: the postcode of another country. */
    public static final String OVERSEAS = "portalPostcodeOverseas";

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
                    .ifPresent(text -> fail(context, attribute, messageKey(Postcode.other(text))));
        }
        return context;
    }

    private static String messageKey(Postcode.Other other) {
        return switch (other) {
            case BFPO -> BFPO;
            case OVERSEAS -> OVERSEAS;
            case UNKNOWN -> NOT_A_POSTCODE;
        };
    }

    @Override
    public String getHelpText() {
        return "A full UK postcode, such as SW1A 1AA, and stored like that. Spaces, hyphens, dots and"
                + " brackets are ignored; O typed for 0 and I for 1 are put right.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
