package org.childrensportal.keycloak.account;

import java.util.Optional;
import java.util.Set;
import org.childrensportal.keycloak.password.TypedPassword;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.messages.Messages;

/**
 * The password that is asked for before an account is closed. A try counts with those of sign-in,
 * and before it is compared: a session that somebody has found is no place to guess. A locked
 * account says the same as a wrong password.
 */
final class ClosingPassword {

    private final RequiredActionContext context;
    private final BruteForceProtector protector;

    ClosingPassword(RequiredActionContext context) {
        this.context = context;
        this.protector = context.getSession().getProvider(BruteForceProtector.class);
    }

    /**
     * Why an account is not closed.
     *
     * @param eventError for the event
     * @param message for the person, at the field
     */
    record Refusal(String eventError, FormMessage message) {}

    /**
     * Why the account of {@code user} is not closed, by the password that was sent; nothing if it
     * is right.
     */
    Optional<Refusal> refuse(UserModel user) {
        String typed =
                context.getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst(CredentialRepresentation.PASSWORD);
        if (typed == null || typed.isEmpty()) {
            return Optional.of(refusal(Errors.PASSWORD_MISSING, Messages.MISSING_PASSWORD));
        }
        RealmModel realm = context.getRealm();
        String locked =
                AuthenticatorUtils.getDisabledByBruteForceEventError(
                        protector, context.getSession(), realm, user);
        if (locked != null) {
            return Optional.of(refusal(locked, Messages.INVALID_PASSWORD_EXISTING));
        }
        count(realm, user);
        return user.credentialManager().isValid(new TypedPassword(typed))
                ? Optional.empty()
                : Optional.of(
                        refusal(
                                Errors.INVALID_USER_CREDENTIALS,
                                Messages.INVALID_PASSWORD_EXISTING));
    }

    /** Whoever is right leaves no account behind of which this could be counted. */
    private void count(RealmModel realm, UserModel user) {
        if (realm.isBruteForceProtected()) {
            protector.failedLogin(
                    realm,
                    user,
                    context.getConnection(),
                    context.getUriInfo(),
                    Set.of(PasswordCredentialModel.TYPE));
        }
    }

    private static Refusal refusal(String eventError, String messageKey) {
        return new Refusal(
                eventError, new FormMessage(CredentialRepresentation.PASSWORD, messageKey));
    }
}
