package org.childrensportal.keycloak.registration;

import java.util.Optional;
import org.childrensportal.keycloak.address.AddressOwners;
import org.childrensportal.keycloak.settings.StoredSettings;
import org.keycloak.authentication.FormContext;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.ValidationError;

/** Whether registration tells anybody who types an address that it has an account. */
enum SayRegisteredSetting {
    ON,
    OFF;

    private static final String NAME = "say-registered";

    static final ProviderConfigProperty PROPERTY =
            new ProviderConfigProperty(
                    NAME,
                    "Say that an address is registered",
                    "On: registering an address that has an account is refused with a message, so"
                        + " anybody can find out who has one. Off, by default: only the owner of"
                        + " the mailbox learns it.",
                    ProviderConfigProperty.BOOLEAN_TYPE,
                    false);

    static SayRegisteredSetting of(FormContext context) {
        String text =
                Optional.ofNullable(context.getAuthenticatorConfig())
                        .map(AuthenticatorConfigModel::getConfig)
                        .map(config -> config.get(NAME))
                        .orElse("");
        return StoredSettings.of(context.getRealm(), AccountCreationAction.ID).isOn(NAME, text)
                ? ON
                : OFF;
    }

    /** Whether the page shows {@code error}. */
    boolean shows(ValidationError error) {
        return this == ON || !AddressOwners.isTaken(error);
    }
}
