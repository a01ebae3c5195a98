package org.childrensportal.keycloak.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;

/**
 * A flow of a realm in which the portal has executions, and what those stand in place of.
 *
 * @param step the name of its step
 * @param label what the console calls what it is bound as
 * @param alias what the portal's flow is called
 * @param keycloaksAlias what Keycloak's own is called
 * @param needed the portal's executions, each of which must be REQUIRED
 * @param replaced ours, by Keycloak's that it stands in place of
 * @param dropped Keycloak's that ours stands in place of as well
 * @param read what is bound in a realm; null if none is, as Keycloak's model has it
 * @param bind binds another
 * @param make makes Keycloak's own in a realm that has it no longer, and binds it
 */
record BoundFlow(
        String step,
        String label,
        String alias,
        String keycloaksAlias,
        List<String> needed,
        Map<String, String> replaced,
        List<String> dropped,
        Function<RealmModel, AuthenticationFlowModel> read,
        BiConsumer<RealmModel, AuthenticationFlowModel> bind,
        Consumer<RealmModel> make) {

    /** Every one. */
    static final List<BoundFlow> ALL =
            List.of(
                    new BoundFlow(
                            "registration-flow",
                            "Registration flow",
                            "portal registration",
                            DefaultAuthenticationFlows.REGISTRATION_FLOW,
                            List.of(
                                    "portal-details-page",
                                    "portal-personal-details",
                                    "portal-work-address",
                                    "portal-account-page",
                                    "portal-account-creation",
                                    "portal-account-password"),
                            Map.of(),
                            List.of(),
                            RealmModel::getRegistrationFlow,
                            RealmModel::setRegistrationFlow,
                            realm -> DefaultAuthenticationFlows.registrationFlow(realm, false)),
                    new BoundFlow(
                            "browser-flow",
                            "Browser flow",
                            "portal browser",
                            DefaultAuthenticationFlows.BROWSER_FLOW,
                            List.of("portal-sign-in"),
                            Map.of("auth-username-password-form", "portal-sign-in"),
                            List.of(),
                            RealmModel::getBrowserFlow,
                            RealmModel::setBrowserFlow,
                            DefaultAuthenticationFlows::browserFlow),
                    new BoundFlow(
                            "direct-grant-flow",
                            "Direct grant flow",
                            "portal direct grant",
                            DefaultAuthenticationFlows.DIRECT_GRANT_FLOW,
                            List.of("portal-direct-grant"),
                            Map.of("direct-grant-validate-username", "portal-direct-grant"),
                            List.of("direct-grant-validate-password"),
                            RealmModel::getDirectGrantFlow,
                            RealmModel::setDirectGrantFlow,
                            realm -> DefaultAuthenticationFlows.directGrantFlow(realm, false)),
                    new BoundFlow(
                            "reset-credentials-flow",
                            "Reset credentials flow",
                            "portal reset credentials",
                            DefaultAuthenticationFlows.RESET_CREDENTIALS_FLOW,
                            List.of("portal-reset-link"),
                            Map.of("reset-credentials-choose-user", "portal-reset-link"),
                            List.of("reset-credential-email"),
                            RealmModel::getResetCredentialsFlow,
                            RealmModel::setResetCredentialsFlow,
                            DefaultAuthenticationFlows::resetCredentialsFlow));

    /** Whether ours stands in place of the execution as well. */
    boolean drops(AuthenticationExecutionModel execution) {
        return isAmong(dropped, execution);
    }

    /** Whether it is one of the portal's executions. */
    boolean needs(AuthenticationExecutionModel execution) {
        return isAmong(needed, execution);
    }

    /** What stands in its place, if anything does. */
    Optional<String> inPlaceOf(AuthenticationExecutionModel execution) {
        return Optional.ofNullable(execution.getAuthenticator()).map(replaced::get);
    }

    /** An execution that is only a flow has no authenticator. */
    private static boolean isAmong(List<String> ids, AuthenticationExecutionModel execution) {
        return execution.getAuthenticator() != null && ids.contains(execution.getAuthenticator());
    }

    AuthenticationFlowModel of(RealmModel realm) {
        return read.apply(realm);
    }

    void bind(RealmModel realm, AuthenticationFlowModel flow) {
        bind.accept(realm, flow);
    }

    /** Binds Keycloak's own. */
    void bindKeycloaks(RealmModel realm) {
        AuthenticationFlowModel own = realm.getFlowByAlias(keycloaksAlias);
        if (own == null) {
            make.accept(realm);
        } else {
            bind(realm, own);
        }
    }
}
