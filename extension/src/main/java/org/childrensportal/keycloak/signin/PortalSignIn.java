package org.childrensportal.keycloak.signin;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.childrensportal.keycloak.claim.AddressClaim;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * Keycloak's sign-in page, where somebody whose account is still pending signs in with the address
 * that it claims. Of several pending accounts with the same address the password tells which.
 */
final class PortalSignIn extends UsernamePasswordForm {

    /** So many of the newest are tried: each costs the hash of a password. */
    private static final int MOST_TRIED = 5;

    PortalSignIn(KeycloakSession session) {
        super(session);
    }

    @Override
    protected boolean validateForm(
            AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        return super.validateForm(
                context,
                pendingAccount(context, form).map(user -> signInAs(user, form)).orElse(form));
    }

    private static MultivaluedMap<String, String> signInAs(
            UserModel user, MultivaluedMap<String, String> form) {
        MultivaluedMap<String, String> changed = new MultivaluedHashMap<>(form);
        changed.putSingle(AuthenticationManager.FORM_USERNAME, user.getUsername());
        return changed;
    }

    private static Optional<UserModel> pendingAccount(
            AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        String address = form.getFirst(AuthenticationManager.FORM_USERNAME);
        String password = form.getFirst(CredentialRepresentation.PASSWORD);
        if (address == null || address.isBlank() || password == null || password.isEmpty()) {
            return Optional.empty();
        }
        // Looked up in any case, so that the answer takes the same time.
        List<UserModel> pending =
                AddressClaim.pending(context.getSession(), context.getRealm(), address.strip())
                        .sorted(Comparator.comparing(UserModel::getCreatedTimestamp).reversed())
                        .limit(MOST_TRIED)
                        .toList();
        if (pending.isEmpty()
                || AddressClaim.owner(context.getSession(), context.getRealm(), address.strip())
                        .isPresent()) {
            return Optional.empty();
        }
        // The last one is left to Keycloak: one pending account costs one hash, as others do.
        UserModel last = pending.get(pending.size() - 1);
        return pending.stream()
                .limit(pending.size() - 1L)
                .filter(
                        user ->
                                user.credentialManager()
                                        .isValid(UserCredentialModel.password(password)))
                .findFirst()
                .or(() -> Optional.of(last));
    }
}
