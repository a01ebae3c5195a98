package org.childrensportal.keycloak.settings;

import java.util.Optional;
import org.keycloak.models.RealmModel;
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

    /** The number that {@code realm} has, in the {@code config} of the required action. */
    public int of(RealmModel realm, RequiredActionConfigModel config) {
        return StoredSettings.of(realm, action).number(setting, text(config).orElse(""));
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
