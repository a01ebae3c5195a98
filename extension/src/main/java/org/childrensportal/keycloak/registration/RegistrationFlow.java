package org.childrensportal.keycloak.registration;

import java.util.stream.Stream;
import org.childrensportal.keycloak.realm.FlowSteps;
import org.keycloak.models.RealmModel;

/** The realm's registration flow, which administrators can change. */
final class RegistrationFlow {

    /** What the flow needs to make a complete account: both pages, the account, a password. */
    private static final String[] NEEDED = {
        Step.DETAILS.providerId(),
        Step.ACCOUNT.providerId(),
        "portal-account-creation",
        "portal-account-password"
    };

    private final RealmModel realm;

    RegistrationFlow(RealmModel realm) {
        this.realm = realm;
    }

    /** What the flow lacks, in words for administrators. */
    Stream<String> missing() {
        if (realm.getRegistrationFlow() == null) {
            return Stream.of(
                    "the realm has no registration flow: bind one at Authentication > Flows");
        }
        return Stream.of(NEEDED)
                .filter(needed -> !has(realm.getRegistrationFlow().getId(), needed))
                .map(
                        needed ->
                                "the flow \"%s\" lacks %s: make it REQUIRED at Authentication > Flows"
                                        .formatted(realm.getRegistrationFlow().getAlias(), needed));
    }

    private boolean has(String flow, String needed) {
        return FlowSteps.required(realm)
                .of(flow)
                .anyMatch(step -> needed.equals(step.getAuthenticator()));
    }
}
