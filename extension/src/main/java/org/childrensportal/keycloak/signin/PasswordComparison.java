package org.childrensportal.keycloak.signin;

import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Compares what was typed as a password with the passwords of the accounts that may be meant.
 *
 * <p>A refusal costs one hash and one event for each of {@link AccountsToTry#inOrder}, no more and
 * no less. Where there is nothing to hash (there is no account, it is locked, it has no password,
 * or another system checks it) a dummy is hashed. There are two accounts to try at least whenever
 * an address or a name was typed, so an address costs the same whether it is free, somebody's own,
 * or claimed by one account. What several accounts that claim one address cost is bounded by the
 * limit on such claims.
 *
 * <p>The event is written at once, and stays whatever comes after it; it names the account. A wrong
 * password is counted once for each account that it was compared with.
 */
final class PasswordComparison {

    private final AuthenticationFlowContext context;
    private final String password;

    /**
     * @param password what was typed; may be null or empty, which is nobody's password
     */
    PasswordComparison(AuthenticationFlowContext context, String password) {
        this.context = context;
        this.password = Optional.ofNullable(password).orElse("");
    }

    /** The account that somebody with this password comes in as; those after it are not tried. */
    Optional<UserModel> comesInAs(AccountsToTry accounts) {
        return accounts.inOrder().stream()
                .filter(this::letsIn)
                .findFirst()
                .flatMap(Candidate::user);
    }

    /** One hash in any case, and one event unless somebody comes in. */
    private boolean letsIn(Candidate candidate) {
        Optional<String> lock = candidate.user().flatMap(this::lock);
        Optional<UserModel> comparable =
                candidate.user().filter(user -> lock.isEmpty() && hasPassword(user));
        if (comparable.filter(PasswordComparison::hasHash).isEmpty()) {
            AuthenticatorUtils.dummyHash(context);
        }
        Optional<String> error =
                comparable
                        .map(this::compare)
                        .orElseGet(() -> lock.or(() -> Optional.of(candidate.error())));
        error.ifPresent(text -> report(candidate.user(), text));
        return error.isEmpty();
    }

    private Optional<String> lock(UserModel user) {
        return Optional.ofNullable(
                AuthenticatorUtils.getDisabledByBruteForceEventError(context, user));
    }

    private boolean hasPassword(UserModel user) {
        return !password.isEmpty()
                && user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    private static boolean hasHash(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findAny()
                .isPresent();
    }

    /** Why nobody comes in, if so. A wrong password is counted for a disabled account as well. */
    private Optional<String> compare(UserModel user) {
        if (!user.credentialManager().isValid(UserCredentialModel.password(password))) {
            count(user);
            return Optional.of(Errors.INVALID_USER_CREDENTIALS);
        }
        return user.isEnabled() ? Optional.empty() : Optional.of(Errors.USER_DISABLED);
    }

    /**
     * Counted here, because Keycloak 26.7 counts for one account only, and only if nobody comes in.
     */
    private void count(UserModel user) {
        if (context.getRealm().isBruteForceProtected()) {
            context.getProtector()
                    .failedLogin(
                            context.getRealm(),
                            user,
                            context.getConnection(),
                            context.getUriInfo(),
                            Set.of(PasswordCredentialModel.TYPE));
        }
    }

    /** In a copy of the request's own event, which is for the outcome of the whole request. */
    private void report(Optional<UserModel> user, String error) {
        context.getEvent().clone().user(user.orElse(null)).error(error);
    }
}
