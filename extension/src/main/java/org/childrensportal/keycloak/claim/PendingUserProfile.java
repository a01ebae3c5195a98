package org.childrensportal.keycloak.claim;

import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;

/**
 * Keycloak's user profile, in which an administrator can edit a pending account although it has no
 * e-mail address of its own yet: Keycloak wants one wherever addresses are user names.
 */
final class PendingUserProfile extends DeclarativeUserProfileProvider {

    PendingUserProfile(KeycloakSession session, PendingUserProfileFactory factory) {
        super(session, factory);
    }

    @Override
    protected Attributes createAttributes(
            UserProfileContext context,
            Map<String, ?> attributes,
            UserModel user,
            UserProfileMetadata metadata) {
        boolean pending =
                context == UserProfileContext.USER_API
                        && user != null
                        && new AddressClaim(user).isMade();
        return super.createAttributes(
                context, attributes, user, pending ? withoutAddress(metadata) : metadata);
    }

    private static UserProfileMetadata withoutAddress(UserProfileMetadata metadata) {
        UserProfileMetadata changed = metadata.clone();
        changed.getAttribute(UserModel.EMAIL)
                .forEach(address -> address.setRequired(AttributeMetadata.ALWAYS_FALSE));
        return changed;
    }
}
