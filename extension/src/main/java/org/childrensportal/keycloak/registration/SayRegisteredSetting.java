package org.childrensportal.keycloak.registration;

import org.keycloak.authentication.FormContext;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Whether registration says that an address has an account, to whoever types it. */
final class SayRegisteredSetting {

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

    private SayRegisteredSetting() {}

    static boolean of(FormContext context) {
        AuthenticatorConfigModel config = context.getAuthenticatorConfig();
        return config != null
                && config.getConfig() != null
                && Boolean.parseBoolean(config.getConfig().get(NAME));
    }
}
