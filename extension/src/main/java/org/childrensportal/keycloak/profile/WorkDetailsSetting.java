package org.childrensportal.keycloak.profile;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.realm.FlowSteps;
import org.childrensportal.keycloak.settings.StoredSettings;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/**
 * Who is asked for role, organisation and work address: professionals, or everyone. It is a setting
 * of the form action in the realm's registration flow, and is read from there by everything that
 * needs it, so registration, consoles and REST always agree.
 *
 * @param asksEveryone whether the work fields are mandatory for everyone
 */
public record WorkDetailsSetting(boolean asksEveryone) {

    /** Id of the form action that has the setting. */
    public static final String FORM_ACTION = "portal-work-address";

    /** Name of the setting. */
    public static final String ASK_EVERYONE = "ask-everyone";

    /** The setting of {@code realm}; professionals only if its registration flow is not ours. */
    public static WorkDetailsSetting of(RealmModel realm) {
        boolean everyone =
                Optional.ofNullable(realm.getRegistrationFlow())
                        .flatMap(flow -> executions(realm, flow.getId()).findFirst())
                        .map(AuthenticationExecutionModel::getAuthenticatorConfig)
                        .map(realm::getAuthenticatorConfigById)
                        .map(AuthenticatorConfigModel::getConfig)
                        .map(config -> asksEveryone(realm, config))
                        .orElse(false);
        return new WorkDetailsSetting(everyone);
    }

    /** Whether somebody who answered {@code professional}, if anything, is asked for them. */
    public boolean asks(Optional<String> professional) {
        return asksEveryone || professional.filter("true"::equals).isPresent();
    }

    private static boolean asksEveryone(RealmModel realm, Map<String, String> config) {
        return StoredSettings.of(realm, FORM_ACTION).isOn(ASK_EVERYONE, config.get(ASK_EVERYONE));
    }

    private static Stream<AuthenticationExecutionModel> executions(RealmModel realm, String flow) {
        return FlowSteps.all(realm)
                .of(flow)
                .filter(step -> FORM_ACTION.equals(step.getAuthenticator()));
    }
}
