package org.childrensportal.keycloak.signin;

import java.util.Optional;
import java.util.Set;
import org.childrensportal.keycloak.password.TypedPassword;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Compares what was typed as a password with that of one account after another.
 *
 * <p>Each comparison computes one hash for each spelling of what was typed (see {@link
 * TypedPassword}; one for nearly everybody), a dummy's if it is not the account's own: if there is
 * no account, it is locked, has no password, or another system checks it. How many depends on what
 * was typed, never on the account. Each comparison that does not let somebody in writes one event,
 * at once and for good, that names the account; and each wrong password is counted for the account
 * that it was compared with, once, whatever comes after it.
 */
final class PasswordComparison {

    private final AuthenticationFlowContext context;
    private final TypedPassword password;

    /**
     * @param password what was typed; may be null or empty, which is nobody's password
     */
    PasswordComparison(AuthenticationFlowContext context, String password) {
        this.context = context;
        this.password = new TypedPassword(Optional.ofNullable(password).orElse(""));
    }

    /** Whether somebody with this password comes in as {@code candidate}. */
    boolean letsIn(Candidate candidate) {
        Optional<String> lock = candidate.user().flatMap(this::lock);
        Optional<UserModel> comparable =
                candidate.user().filter(user -> lock.isEmpty() && hasPassword(user));
        if (comparable.filter(PasswordComparison::hasHash).isEmpty()) {
            password.spellings().forEach(spelling -> AuthenticatorUtils.dummyHash(context));
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
        return !password.getChallengeResponse().isEmpty()
                && user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    private static boolean hasHash(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findAny()
                .isPresent();
    }

    /** Why nobody comes in, if so; a wrong password is counted for a disabled account, too. */
    private Optional<String> compare(UserModel user) {
        if (!user.credentialManager().isValid(password)) {
            count(user);
            return Optional.of(Errors.INVALID_USER_CREDENTIALS);
        }
        return user.isEnabled() ? Optional.empty() : Optional.of(Errors.USER_DISABLED);
    }

    /** Keycloak counts for one account only, and only if nobody comes in. */
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

    /** The request's own event is kept for what comes of it in the end. */
    private void report(Optional<UserModel> user, String error) {
        context.getEvent().clone().user(user.orElse(null)).error(error);
    }
}
