package org.childrensportal.keycloak.profile;

import java.util.List;
import java.util.Set;
import org.childrensportal.keycloak.domain.profile.SingleLine;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidationResult;
import org.keycloak.validate.ValidatorConfig;

/** {@code portal-single-line}: a short answer on one line without control characters. */
public final class SingleLineValidator extends PortalValidator implements ConfiguredProvider {

    public static final String ID = "portal-single-line";

    /** Message: too long; parameter 1 is the greatest number of characters. */
    public static final String TOO_LONG = "portalTooLong";

    /** Message: holds a control character. */
    public static final String CONTROL_CHARACTER = "portalControlCharacter";

    /** Setting: the greatest number of characters, 1 to 255 (what Keycloak's column holds). */
    static final String MAXIMUM = "maximum";

    static final int DEFAULT_MAXIMUM = 100;
    private static final int GREATEST_MAXIMUM = 255;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ValidationContext validate(
            Object value, String attribute, ValidationContext context, ValidatorConfig config) {
        if (value == null) {
            return context;
        }
        SingleLine rule = new SingleLine(config.getIntOrDefault(MAXIMUM, DEFAULT_MAXIMUM));
        texts(value)
                .map(rule::check)
                .filter(fault -> fault != SingleLine.Fault.NONE)
                .findFirst()
                .ifPresent(fault -> fail(context, attribute, messageKey(fault), rule.longest()));
        return context;
    }

    private static String messageKey(SingleLine.Fault fault) {
        return fault == SingleLine.Fault.TOO_LONG ? TOO_LONG : CONTROL_CHARACTER;
    }

    @Override
    public ValidationResult validateConfig(KeycloakSession session, ValidatorConfig config) {
        Integer maximum = config.getInt(MAXIMUM);
        if (config.containsKey(MAXIMUM)
                && (maximum == null || maximum < 1 || maximum > GREATEST_MAXIMUM)) {
            return new ValidationResult(
                    Set.of(
                            new ValidationError(
                                    ID, MAXIMUM, "portalMaximumOutOfBounds", GREATEST_MAXIMUM)));
        }
        return ValidationResult.OK;
    }

    @Override
    public String getHelpText() {
        return "A short answer on one line: a greatest length, no control characters or line breaks."
                + " It is stored in Unicode's composed form (NFC) with single spaces, and without what"
                + " can't be seen at its ends.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(MAXIMUM)
                .label("Greatest length")
                .helpText("In characters, 1 to " + GREATEST_MAXIMUM + ".")
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(String.valueOf(DEFAULT_MAXIMUM))
                .add()
                .build();
    }
}
