package org.childrensportal.keycloak.address;

import java.util.List;
import java.util.Map;
import org.childrensportal.keycloak.profile.TidiedAttributes;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;

/**
 * The attributes of a profile. Where addresses are user names, Keycloak 26.7 puts the address in
 * the place of any user name, whoever edits the profile; here an account that has a name of its own
 * ({@link AccountName#isOwn}) keeps it.
 */
final class KeptNameAttributes extends TidiedAttributes {

    private static final long serialVersionUID = 1L;

    KeptNameAttributes(
            UserProfileContext context,
            Map<String, ?> typed,
            UserModel user,
            UserProfileMetadata metadata,
            KeycloakSession session) {
        super(context, typed, user, metadata, session);
    }

    @Override
    protected void setUserName(Map<String, List<String>> attributes, List<String> values) {
        super.setUserName(attributes, hasOwnName() ? List.of(user.getUsername()) : values);
    }

    /** Keycloak 26.7 reviews what another service says as a user who isn't an account yet. */
    private boolean hasOwnName() {
        return user != null
                && context != UserProfileContext.IDP_REVIEW
                && AccountName.isOwn(user.getUsername(), new AddressClaim(user).addresses());
    }
}
