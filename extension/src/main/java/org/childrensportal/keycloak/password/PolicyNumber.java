package org.childrensportal.keycloak.password;

import org.childrensportal.keycloak.settings.BoundedSetting;
import org.keycloak.policy.PasswordPolicyConfigException;

/**
 * A number that an administrator sets in the list of password policies.
 *
 * @param setting its label and bounds
 */
record PolicyNumber(BoundedSetting setting) {

    /**
     * Reads {@code text}.
     *
     * @throws PasswordPolicyConfigException if it is out of bounds; the console shows the message
     */
    int parse(String text) {
        return setting.read(text)
                .orElseThrow(() -> new PasswordPolicyConfigException(setting.bounds()));
    }
}
