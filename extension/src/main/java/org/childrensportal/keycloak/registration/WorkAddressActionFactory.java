package org.childrensportal.keycloak.registration;

import java.util.List;
import org.childrensportal.keycloak.profile.WorkDetailsSetting;
import org.keycloak.authentication.FormAction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** {@code portal-work-address}: see {@link WorkAddressAction}. */
public final class WorkAddressActionFactory extends PortalFormActionFactory {

    private static final WorkAddressAction ACTION = new WorkAddressAction();

    @Override
    public String getId() {
        return WorkDetailsSetting.FORM_ACTION;
    }

    @Override
    public FormAction create(KeycloakSession session) {
        return ACTION;
    }

    @Override
    public String getDisplayType() {
        return "Portal: work address";
    }

    @Override
    public String getHelpText() {
        return "Asks professionals for role, organisation and work address.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(WorkDetailsSetting.ASK_EVERYONE)
                .label("Ask everyone")
                .helpText(
                        "On: role, organisation and work address are mandatory for every account,"
                            + " in registration and wherever a profile is edited. Off: for accounts"
                            + " used in a professional capacity only.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(false)
                .add()
                .build();
    }
}
