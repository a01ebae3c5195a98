package org.childrensportal.keycloak.settings;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/**
 * A number among the settings of a required action.
 *
 * @param action the id of the required action
 * @param setting the number's name and bounds
 */
public record RequiredActionNumber(String action, BoundedSetting setting) {

    private static final Logger LOG = Logger.getLogger(RequiredActionNumber.class);

    /** What the log has been warned of already, by realm; no page depends on it. */
    private static final Set<String> WARNED = ConcurrentHashMap.newKeySet();

    /**
     * The number in {@code config}. A realm that was imported with one out of bounds gets the
     * default.
     */
    public int of(RequiredActionConfigModel config) {
        Optional<String> text = text(config);
        if (text.isEmpty()) {
            return setting.standard();
        }
        Optional<Integer> number = text.flatMap(setting::read);
        if (number.isEmpty()
                && WARNED.add(config.getId() + " " + setting.name() + "=" + text.get())) {
            LOG.warnf(
                    "Setting %s of %s is out of bounds (%d to %d); using %d",
                    setting.name(),
                    action,
                    setting.minimum(),
                    setting.maximum(),
                    setting.standard());
        }
        return number.orElse(setting.standard());
    }

    /**
     * Refuses a number out of bounds.
     *
     * @throws ValidationException if {@code config} has one
     */
    public void validate(RequiredActionConfigModel config) {
        Optional<String> text = text(config);
        if (text.isPresent() && text.flatMap(setting::read).isEmpty()) {
            throw new ValidationException(
                    new ValidationError(
                            action,
                            setting.name(),
                            "error-number-out-of-range",
                            setting.minimum(),
                            setting.maximum()));
        }
    }

    private Optional<String> text(RequiredActionConfigModel config) {
        return Optional.ofNullable(config)
                .map(model -> model.getConfigValue(setting.name()))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
