package org.childrensportal.keycloak.realm;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * Whether a realm is the portal's: it has the required action that confirms addresses, switched on
 * or not, or a flow of ours for registration, sign-in, what applications send, or forgotten
 * passwords. Every other realm of the server is left as Keycloak has it.
 */
public final class PortalRealm {

    /** The required action that confirms addresses. */
    public static final String CONFIRMATION = "portal-verify-email-code";

    /** What the admin console calls it. */
    public static final String CONFIRMATION_LABEL = "Portal: confirm email address by code";

    private final RealmModel realm;

    /** Any {@code realm}, ours or not. */
    public PortalRealm(RealmModel realm) {
        this.realm = realm;
    }

    /** Whether the realm asked for us. */
    public boolean isPortal() {
        return confirmation().isPresent() || flows().anyMatch(this::isOurs);
    }

    /**
     * Whether people confirm their addresses. In a portal realm where they do not, nobody can
     * register.
     */
    public boolean confirmsAddresses() {
        return confirmation()
                .filter(RequiredActionProviderModel::isEnabled)
                // Keycloak 26.7 finds a required action by its alias, which administrators can
                // change over REST.
                .filter(action -> CONFIRMATION.equals(action.getAlias()))
                .isPresent();
    }

    /** The required action as the realm has it. */
    public Optional<RequiredActionProviderModel> confirmation() {
        return confirmations().stream().findFirst();
    }

    /**
     * The required action as often as the realm has it, the one with its own alias first: Keycloak
     * 26.7 lets administrators add it again once they have given it another.
     */
    public List<RequiredActionProviderModel> confirmations() {
        return realm.getRequiredActionProvidersStream()
                .filter(action -> CONFIRMATION.equals(action.getProviderId()))
                .sorted(Comparator.comparing(action -> !CONFIRMATION.equals(action.getAlias())))
                .toList();
    }

    private Stream<AuthenticationFlowModel> flows() {
        return Stream.of(
                        realm.getRegistrationFlow(),
                        realm.getBrowserFlow(),
                        realm.getResetCredentialsFlow(),
                        realm.getDirectGrantFlow())
                .filter(Objects::nonNull);
    }

    private boolean isOurs(AuthenticationFlowModel flow) {
        return FlowSteps.all(realm)
                .of(flow.getId())
                .map(AuthenticationExecutionModel::getAuthenticator)
                .anyMatch(PortalIds::has);
    }
}
