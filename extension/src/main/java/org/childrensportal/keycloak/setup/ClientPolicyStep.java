package org.childrensportal.keycloak.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.keycloak.realm.PortalIds;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyExecutorRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.ClientPolicyManager;

/**
 * No client profile has an executor of ours. Earlier versions of the portal had one, {@code
 * portal-confirmed-address}; Keycloak 26.7 answers every page of a realm with 500 whose executor is
 * not installed.
 */
final class ClientPolicyStep extends RealmStep {

    private final RealmModel realm;
    private final ClientPolicyManager manager;

    ClientPolicyStep(KeycloakSession session, RealmModel realm) {
        super("client-policies", "Realm settings > Client policies");
        this.realm = realm;
        this.manager = session.clientPolicy();
    }

    @Override
    List<RealmChange> setUp() {
        return leave();
    }

    @Override
    List<RealmChange> leave() {
        List<ClientProfileRepresentation> ours =
                profiles().stream().filter(ClientPolicyStep::hasOurs).toList();
        return ours.isEmpty()
                ? List.of()
                : List.of(
                        change(
                                "Remove the portal's executors from the client profiles %s"
                                                .formatted(names(ours))
                                        + ", and what is empty then",
                                this::clean));
    }

    private static String names(List<ClientProfileRepresentation> profiles) {
        return profiles.stream()
                .map(ClientProfileRepresentation::getName)
                .collect(Collectors.joining(", "));
    }

    private static boolean hasOurs(ClientProfileRepresentation profile) {
        return profile.getExecutors() != null
                && profile.getExecutors().stream()
                        .anyMatch(executor -> PortalIds.has(executor.getExecutorProviderId()));
    }

    private void clean() {
        List<ClientProfileRepresentation> all = profiles();
        Set<String> emptied =
                all.stream()
                        .filter(ClientPolicyStep::hasOurs)
                        .filter(profile -> others(profile).isEmpty())
                        .map(ClientProfileRepresentation::getName)
                        .collect(Collectors.toSet());
        all.stream().filter(ClientPolicyStep::hasOurs).forEach(this::cleanProfile);
        all.removeIf(profile -> emptied.contains(profile.getName()));
        List<ClientPolicyRepresentation> policies = policies();
        policies.removeIf(policy -> isLeftEmpty(policy, emptied));
        try {
            // First: a policy names its profiles.
            ClientPoliciesRepresentation policiesLeft = new ClientPoliciesRepresentation();
            policiesLeft.setPolicies(policies);
            manager.updateClientPolicies(realm, policiesLeft);
            ClientProfilesRepresentation profilesLeft = new ClientProfilesRepresentation();
            profilesLeft.setProfiles(all);
            manager.updateClientProfiles(realm, profilesLeft);
        } catch (ClientPolicyException e) {
            throw new IllegalStateException(e);
        }
    }

    private void cleanProfile(ClientProfileRepresentation profile) {
        profile.setExecutors(new ArrayList<>(others(profile)));
    }

    private static List<ClientPolicyExecutorRepresentation> others(
            ClientProfileRepresentation profile) {
        return profile.getExecutors().stream()
                .filter(executor -> !PortalIds.has(executor.getExecutorProviderId()))
                .toList();
    }

    private static boolean isLeftEmpty(ClientPolicyRepresentation policy, Set<String> emptied) {
        List<String> before =
                Stream.ofNullable(policy.getProfiles()).flatMap(List::stream).toList();
        List<String> left = before.stream().filter(name -> !emptied.contains(name)).toList();
        policy.setProfiles(new ArrayList<>(left));
        return left.isEmpty() && !before.isEmpty();
    }

    private List<ClientProfileRepresentation> profiles() {
        try {
            return new ArrayList<>(
                    Stream.ofNullable(manager.getClientProfiles(realm, false).getProfiles())
                            .flatMap(List::stream)
                            .toList());
        } catch (ClientPolicyException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ClientPolicyRepresentation> policies() {
        try {
            return new ArrayList<>(
                    Stream.ofNullable(manager.getClientPolicies(realm, false).getPolicies())
                            .flatMap(List::stream)
                            .toList());
        } catch (ClientPolicyException e) {
            throw new IllegalStateException(e);
        }
    }
}
