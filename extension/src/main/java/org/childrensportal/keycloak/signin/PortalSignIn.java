package org.childrensportal.keycloak.signin;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.childrensportal.keycloak.claim.AddressClaim;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.validation.Validation;

/**
 * Keycloak's sign-in page, which says and takes the same whatever is wrong, and where somebody
 * whose account is still pending signs in with the address that it claims.
 *
 * <p>A sign-in that fails costs two hashes of a password: one for the account that has the address,
 * one for the pending account that claims it, or as many as there are of these, up to five. What an
 * account is not there for, a dummy is hashed for. A sign-in that goes well costs one, as ever.
 */
final class PortalSignIn extends UsernamePasswordForm {

    /** So many of the newest are tried. */
    private static final int MOST_TRIED = 5;

    PortalSignIn(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean validateForm(
            AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        List<UserModel> claimants = claimants(context, form);
        if (claimants.isEmpty()) {
            boolean valid = super.validateForm(context, form);
            if (!valid) {
                AuthenticatorUtils.dummyHash(context);
            }
            return valid;
        }
        Optional<UserModel> claimant =
                claimants.stream().filter(user -> isPassword(context, user, form)).findFirst();
        if (claimant.isEmpty()) {
            claimants.forEach(user -> countFailure(context, user));
        }
        return super.validateForm(
                context,
                claimant.filter(user -> !isOwners(context, form))
                        .map(user -> signInAs(user, form))
                        .orElse(form));
    }

    private static List<UserModel> claimants(
            AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        String address = form.getFirst(AuthenticationManager.FORM_USERNAME);
        return address == null || address.isBlank()
                ? List.of()
                : EmailAddress.read(address).stream()
                        .flatMap(
                                read ->
                                        AddressClaim.pending(
                                                context.getSession(), context.getRealm(), read))
                        .sorted(Comparator.comparing(UserModel::getCreatedTimestamp).reversed())
                        .limit(MOST_TRIED)
                        .toList();
    }

    /** The account that has the address comes first, should the passwords be the same. */
    private static boolean isOwners(
            AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        String address = form.getFirst(AuthenticationManager.FORM_USERNAME).strip();
        Optional<UserModel> owner =
                EmailAddress.read(address)
                        .flatMap(
                                read ->
                                        AddressClaim.owner(
                                                context.getSession(), context.getRealm(), read));
        if (owner.isEmpty()) {
            AuthenticatorUtils.dummyHash(context);
        }
        return owner.filter(user -> isPassword(context, user, form)).isPresent();
    }

    private static boolean isPassword(
            AuthenticationFlowContext context,
            UserModel user,
            MultivaluedMap<String, String> form) {
        String password = form.getFirst(CredentialRepresentation.PASSWORD);
        if (isBlank(password)
                || !hasPassword(user)
                || AuthenticatorUtils.getDisabledByBruteForceEventError(context, user) != null) {
            AuthenticatorUtils.dummyHash(context);
            return false;
        }
        return user.credentialManager().isValid(UserCredentialModel.password(password));
    }

    private static boolean hasPassword(UserModel user) {
        return user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    private static boolean isBlank(String password) {
        return password == null || password.isEmpty();
    }

    /** Keycloak counts for the account that it finds by the address; it finds no pending one. */
    private static void countFailure(AuthenticationFlowContext context, UserModel user) {
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

    private static MultivaluedMap<String, String> signInAs(
            UserModel user, MultivaluedMap<String, String> form) {
        MultivaluedMap<String, String> changed = new MultivaluedHashMap<>(form);
        changed.putSingle(AuthenticationManager.FORM_USERNAME, user.getUsername());
        return changed;
    }

    /** Keycloak hashes nothing for an account without a password, or if none was typed. */
    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context,
            UserModel user,
            MultivaluedMap<String, String> form,
            boolean clearUser) {
        if (isBlank(form.getFirst(CredentialRepresentation.PASSWORD)) || !hasPassword(user)) {
            AuthenticatorUtils.dummyHash(context);
        }
        return super.validatePassword(context, user, form, clearUser);
    }

    /** Keycloak hashes nothing for a locked account. */
    @Override
    protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel user) {
        boolean disabled = super.isDisabledByBruteForce(context, user);
        if (disabled) {
            AuthenticatorUtils.dummyHash(context);
        }
        return disabled;
    }

    /** One message for all that may be wrong, at one place. */
    @Override
    protected Response challenge(AuthenticationFlowContext context, String error, String field) {
        return super.challenge(
                context,
                error == null ? null : getDefaultChallengeMessage(context),
                error == null ? field : Validation.FIELD_USERNAME);
    }
}
