package org.childrensportal.keycloak.reset;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.events.Errors;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;

/**
 * The link that this request has followed. Keycloak 26.7 has checked it by now, but not whether
 * another password was chosen since it was mailed: each link works once, however many there are.
 */
final class FollowedLink {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AuthenticationFlowContext context;

    FollowedLink(AuthenticationFlowContext context) {
        this.context = context;
    }

    /**
     * Ends the journey if the password of {@code user} is newer than the link.
     *
     * @throws ErrorPageException with Keycloak's page for a link that is out of date
     */
    void requireNewerThanPasswordOf(UserModel user) {
        Optional<Instant> mailed = mailed();
        Optional<Instant> chosen = chosen(user);
        if (mailed.isPresent() && chosen.isPresent() && chosen.get().isAfter(mailed.get())) {
            context.getEvent().clone().user(user).error(Errors.EXPIRED_CODE);
            throw new ErrorPageException(
                    context.getSession(),
                    context.getAuthenticationSession(),
                    Response.Status.BAD_REQUEST,
                    Messages.EXPIRED_ACTION);
        }
    }

    /** The end of the second in which it was made. */
    private Optional<Instant> mailed() {
        return Optional.ofNullable(
                        context.getUriInfo().getQueryParameters().getFirst(Constants.KEY))
                .map(
                        key ->
                                context.getSession()
                                        .tokens()
                                        .decode(key, ResetCredentialsActionToken.class))
                .map(token -> Instant.ofEpochSecond(token.getIat()).plus(SECOND));
    }

    private static Optional<Instant> chosen(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findFirst()
                .map(password -> password.getCreatedDate())
                .map(Instant::ofEpochMilli);
    }
}
