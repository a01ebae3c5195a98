package org.childrensportal.keycloak.profile;

import java.util.List;
import java.util.Set;
import org.childrensportal.keycloak.database.StoredText;
import org.childrensportal.keycloak.domain.profile.SingleLine;
import org.childrensportal.keycloak.settings.BoundedSetting;
import org.childrensportal.keycloak.settings.StoredSettings;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidationResult;
import org.keycloak.validate.ValidatorConfig;

/** {@code portal-single-line}: a short answer on one line without control characters. */
public final class SingleLineValidator extends PortalValidator implements ConfiguredProvider {

    public static final String ID = "portal-single-line";

    /** The maximum length, at most the 255 characters that Keycloak 26.7's column holds. */
    private static final BoundedSetting MAXIMUM =
            new BoundedSetting("maximum", "Maximum length", "In characters.", 100, 1, 255);

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
        SingleLine rule = new SingleLine(maximum(context, attribute, config));
        texts(value)
                .map(rule::check)
                .filter(fault -> fault != SingleLine.Fault.NONE)
                .findFirst()
                .ifPresent(
                        fault ->
                                fail(
                                        context,
                                        attribute,
                                        error(fault).messageKey(attribute),
                                        rule.longest()));
        if (context.isValid() && !canBeStored(value, context)) {
            fail(context, attribute, ProfileError.NOT_STORABLE.messageKey());
        }
        return context;
    }

    private static int maximum(
            ValidationContext context, String attribute, ValidatorConfig config) {
        Object stored = config.getOrDefault(MAXIMUM.name(), "");
        return StoredSettings.of(
                        context.getSession().getContext().getRealm(), ID + " on " + attribute)
                .number(MAXIMUM, String.valueOf(stored));
    }

    private static boolean canBeStored(Object value, ValidationContext context) {
        StoredText stored = StoredText.of(context.getSession());
        return texts(value).allMatch(stored::holds);
    }

    private static ProfileError error(SingleLine.Fault fault) {
        return fault == SingleLine.Fault.TOO_LONG
                ? ProfileError.TOO_LONG
                : ProfileError.CONTROL_CHARACTER;
    }

    @Override
    public ValidationResult validateConfig(KeycloakSession session, ValidatorConfig config) {
        if (config.containsKey(MAXIMUM.name())
                && ProfileBeingSaved.in(session)
                && MAXIMUM.read(String.valueOf(config.get(MAXIMUM.name()))).isEmpty()) {
            return new ValidationResult(
                    Set.of(
                            new ValidationError(
                                    ID,
                                    MAXIMUM.name(),
                                    ProfileError.MAXIMUM_OUT_OF_BOUNDS.messageKey(),
                                    MAXIMUM.maximum())));
        }
        return ValidationResult.OK;
    }

    @Override
    public String getHelpText() {
        return "A short answer on one line: a maximum length, no control characters or line"
                + " breaks. It is stored in Unicode's composed form (NFC) with single spaces, and"
                + " without what can't be seen at its ends.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(MAXIMUM.property());
    }
}
