package org.childrensportal.keycloak.settings;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.jboss.logging.Logger;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/**
 * A whole number that an administrator sets.
 *
 * @param name its key
 * @param label its label in the admin console, with the unit
 * @param help its help text; the bounds are added
 * @param standard the default
 * @param least the least value
 * @param greatest the greatest value
 */
public record BoundedSetting(
        String name, String label, String help, int standard, int least, int greatest) {

    private static final Logger LOG = Logger.getLogger(BoundedSetting.class);

    /** What was warned of already; no page depends on it. */
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    /** The setting as the admin console shows it. */
    public ProviderConfigProperty property() {
        return new ProviderConfigProperty(
                name,
                label,
                "%s From %d to %d, by default %d.".formatted(help, least, greatest, standard),
                ProviderConfigProperty.STRING_TYPE,
                String.valueOf(standard));
    }

    /** The value in {@code config}; a realm imported with one out of bounds gets the default. */
    public int of(RequiredActionConfigModel config) {
        Optional<String> text = text(config);
        if (text.isEmpty()) {
            return standard;
        }
        return text.flatMap(this::parse)
                .orElseGet(
                        () -> {
                            warn(text.get());
                            return standard;
                        });
    }

    private void warn(String value) {
        if (WARNED.add(name + "=" + value)) {
            LOG.warnf(
                    "Setting %s of %s is out of bounds (%d to %d); using %d",
                    name, PortalRealm.CONFIRMATION, least, greatest, standard);
        }
    }

    /**
     * Refuses a value out of bounds.
     *
     * @throws ValidationException if there is a value and it is out of bounds
     */
    public void validate(RequiredActionConfigModel config) {
        Optional<String> text = text(config);
        if (text.isPresent() && text.flatMap(this::parse).isEmpty()) {
            throw new ValidationException(
                    new ValidationError(
                            PortalRealm.CONFIRMATION,
                            name,
                            "error-number-out-of-range",
                            least,
                            greatest));
        }
    }

    private Optional<String> text(RequiredActionConfigModel config) {
        return Optional.ofNullable(config)
                .map(model -> model.getConfigValue(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private Optional<Integer> parse(String text) {
        try {
            return Optional.of(Integer.valueOf(text))
                    .filter(value -> value >= least && value <= greatest);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
