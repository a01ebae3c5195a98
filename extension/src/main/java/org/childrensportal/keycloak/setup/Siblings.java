package org.childrensportal.keycloak.setup;

import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * What stands beside an execution in its flow. Keycloak 26.7 ({@code DefaultAuthenticationFlow})
 * ignores every ALTERNATIVE beside one that is REQUIRED or CONDITIONAL and no mere condition.
 */
final class Siblings {

    private final AuthenticationExecutionModel execution;
    private final List<AuthenticationExecutionModel> others;

    Siblings(KeycloakSession session, RealmModel realm, AuthenticationExecutionModel execution) {
        this.execution = execution;
        this.others =
                realm.getAuthenticationExecutionsStream(execution.getParentFlow())
                        .filter(other -> !other.getId().equals(execution.getId()))
                        .filter(other -> !isCondition(session, other))
                        .toList();
    }

    private static boolean isCondition(
            KeycloakSession session, AuthenticationExecutionModel execution) {
        return execution.getAuthenticator() != null
                && session.getKeycloakSessionFactory()
                                .getProviderFactory(
                                        Authenticator.class, execution.getAuthenticator())
                        instanceof ConditionalAuthenticatorFactory;
    }

    /** Whether the execution is never run where it is. */
    boolean leaveItIdle() {
        return switch (execution.getRequirement()) {
            case REQUIRED -> false;
            case ALTERNATIVE -> areRequired();
            case CONDITIONAL, DISABLED -> true;
        };
    }

    /** Whether they are ways beside each other, which one that is REQUIRED would put to an end. */
    boolean areAlternatives() {
        return !areRequired() && others.stream().anyMatch(Siblings::isAlternative);
    }

    private boolean areRequired() {
        return others.stream().anyMatch(other -> other.isRequired() || other.isConditional());
    }

    private static boolean isAlternative(AuthenticationExecutionModel execution) {
        return execution.getRequirement() == Requirement.ALTERNATIVE;
    }
}
