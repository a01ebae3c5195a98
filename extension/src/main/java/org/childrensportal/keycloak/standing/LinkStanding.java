package org.childrensportal.keycloak.standing;

import java.util.Objects;
import java.util.Optional;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.IdpEmailVerificationAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.ExistingUserInfo;
import org.keycloak.models.Constants;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A link to somebody's account of another service is a way in, so only a journey that has its
 * standing makes one. Keycloak 26.7 makes it without asking for one of its pages: so it is asked
 * when the link is written, under the account lock, and what is refused is rolled back.
 */
final class LinkStanding {

    private final KeycloakSession session;
    private final AuthenticationSessionModel journey;
    private final UserModel user;

    private LinkStanding(
            KeycloakSession session, AuthenticationSessionModel journey, UserModel user) {
        this.session = session;
        this.journey = journey;
        this.user = user;
    }

    /** Asked of a link that is written, unless it is in no journey: an administrator's. */
    static void require(FederatedIdentityCreatedEvent link) {
        KeycloakSession session = link.getKeycloakSession();
        AuthenticationSessionModel journey = session.getContext().getAuthenticationSession();
        if (journey != null && new PortalRealm(link.getRealm()).isPortal()) {
            new LinkStanding(session, journey, link.getUser()).require();
        }
    }

    private void require() {
        StandingJourney standing = new StandingJourney(session, journey);
        standing.requireUnderLock();
        Optional<ExistingUserInfo> shared = shared();
        if (shared.isEmpty()) {
            return;
        }
        if (!new AccountLock(session, user.getId()).take()) {
            throw standing.end(StandingError.REMOVED, user);
        }
        if (user instanceof CachedUserModel cached) {
            cached.invalidate();
        }
        if (!isMailedStill() || shared.filter(this::has).isEmpty()) {
            throw standing.end(StandingError.ADDRESS_CHANGED, user);
        }
    }

    /**
     * The address, or the user name, by which Keycloak has found the account to be the person's who
     * signs in with the other service.
     */
    private Optional<ExistingUserInfo> shared() {
        return Optional.ofNullable(journey.getAuthNote(AbstractIdpAuthenticator.EXISTING_USER_INFO))
                .map(ExistingUserInfo::deserialize)
                .filter(found -> user.getId().equals(found.getExistingUserId()));
    }

    /** Whoever has shown that the account is theirs by a mail has shown it of one address only. */
    private boolean isMailedStill() {
        return journey.getAuthNote(IdpEmailVerificationAuthenticator.VERIFY_ACCOUNT_IDP_USERNAME)
                        == null
                || Objects.equals(journey.getAuthNote(Constants.VERIFY_EMAIL_KEY), user.getEmail());
    }

    private boolean has(ExistingUserInfo shared) {
        return shared.getDuplicateAttributeValue()
                .equalsIgnoreCase(user.getFirstAttribute(shared.getDuplicateAttributeName()));
    }
}
