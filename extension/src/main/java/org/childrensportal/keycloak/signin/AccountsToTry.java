package org.childrensportal.keycloak.signin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.address.AddressOwners;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ServicesLogger;

/**
 * The accounts that may be meant, in the order in which they are tried: the one that Keycloak finds
 * by what was typed, then the pending ones that claim it as their address, newest first.
 *
 * @param inOrder the accounts; empty where there might be one and is none. What they cost is stated
 *     by {@link PasswordComparison}
 */
record AccountsToTry(List<Candidate> inOrder) {

    /** Somebody signs in again: nobody else is meant, whatever was typed. */
    static AccountsToTry only(Optional<UserModel> user) {
        return new AccountsToTry(List.of(Candidate.found(user)));
    }

    /** Whoever may be meant by {@code name}. */
    static AccountsToTry meantBy(TypedName name, AuthenticationFlowContext context) {
        Optional<UserModel> found =
                name.spellings()
                        .map(spelling -> find(spelling, context))
                        .flatMap(Optional::stream)
                        .findFirst();
        List<Candidate> claimants =
                claimants(name, context)
                        .filter(claimant -> !isSame(found, claimant))
                        .sorted(Comparator.comparing(UserModel::getCreatedTimestamp).reversed())
                        .map(claimant -> Candidate.claimant(Optional.of(claimant)))
                        .toList();
        return new AccountsToTry(
                Stream.concat(
                                Stream.of(Candidate.found(found)),
                                claimants.isEmpty()
                                        ? Stream.of(Candidate.claimant(Optional.empty()))
                                        : claimants.stream())
                        .toList());
    }

    private static boolean isSame(Optional<UserModel> found, UserModel claimant) {
        return found.filter(user -> user.getId().equals(claimant.getId())).isPresent();
    }

    private static Optional<UserModel> find(String spelling, AuthenticationFlowContext context) {
        try {
            return Optional.ofNullable(
                    KeycloakModelUtils.findUserByNameOrEmail(
                            context.getSession(), context.getRealm(), spelling));
        } catch (ModelDuplicateException e) {
            // A federated account has the address or user name of another. Keycloak 26.7's form
            // says so.
            ServicesLogger.LOGGER.modelDuplicateException(e);
            return Optional.empty();
        }
    }

    private static Stream<UserModel> claimants(TypedName name, AuthenticationFlowContext context) {
        return name.address().stream()
                .flatMap(new AddressOwners(context.getSession(), context.getRealm())::claimants);
    }
}
