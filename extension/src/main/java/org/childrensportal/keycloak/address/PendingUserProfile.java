package org.childrensportal.keycloak.address;

import java.util.Map;
import java.util.Set;
import org.childrensportal.keycloak.database.StoredText;
import org.childrensportal.keycloak.profile.UnaskedOwners;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;

/**
 * Keycloak's user profile with the portal's rules for addresses and other answers. They are kept in
 * one form, however they are typed ({@link KeptNameAttributes}), and an edit does to an address
 * claim what {@link ClaimLife} says. An administrator can edit an account that has no email address
 * without giving it one, which Keycloak 26.7 requires where addresses are user names. Other realms
 * get Keycloak's own profile.
 */
final class PendingUserProfile extends DeclarativeUserProfileProvider {

    /** Where administrators edit accounts; elsewhere people edit their own. */
    private static final Set<UserProfileContext> ADMINISTRATION =
            Set.of(UserProfileContext.USER_API, UserProfileContext.SCIM);

    private static final Set<UserProfileContext> SELF_SERVICE =
            Set.of(
                    UserProfileContext.ACCOUNT,
                    UserProfileContext.UPDATE_PROFILE,
                    UserProfileContext.UPDATE_EMAIL);

    private final KeycloakSession session;

    PendingUserProfile(KeycloakSession session, PendingUserProfileFactory factory) {
        super(session, factory);
        this.session = session;
    }

    @Override
    public UserProfile create(UserProfileContext context, Map<String, ?> attributes) {
        if (!isPortal()) {
            return super.create(context, attributes);
        }
        UserProfile profile = super.create(context, typed(attributes));
        return ADMINISTRATION.contains(context) ? new NewProfile(session, profile) : profile;
    }

    @Override
    public UserProfile create(
            UserProfileContext context, Map<String, ?> attributes, UserModel user) {
        if (!isPortal()) {
            return super.create(context, attributes, user);
        }
        Map<String, ?> typed = typed(attributes);
        if (ADMINISTRATION.contains(context)) {
            ProfileEdit.byAdministrator(session, user);
        } else if (SELF_SERVICE.contains(context)) {
            ProfileEdit.byPerson(session, user);
        }
        return super.create(context, typed, user);
    }

    @Override
    protected Attributes createAttributes(
            UserProfileContext context,
            Map<String, ?> attributes,
            UserModel user,
            UserProfileMetadata metadata) {
        if (!isPortal() || isServiceAccount(user)) {
            return super.createAttributes(context, attributes, user, metadata);
        }
        boolean withoutAddress =
                context == UserProfileContext.USER_API && user != null && hasNoneOfItsOwn(user);
        return new KeptNameAttributes(
                context,
                attributes,
                user,
                new UnaskedOwners(session).of(withoutAddress ? withoutAddress(metadata) : metadata),
                session);
    }

    private static boolean hasNoneOfItsOwn(UserModel user) {
        AddressClaim claim = new AddressClaim(user);
        return claim.isPresent() || claim.addresses().own().isEmpty();
    }

    private static boolean isServiceAccount(UserModel user) {
        return user != null && user.getServiceAccountClientLink() != null;
    }

    private static UserProfileMetadata withoutAddress(UserProfileMetadata metadata) {
        UserProfileMetadata changed = metadata.clone();
        changed.getAttribute(UserModel.EMAIL)
                .forEach(address -> address.setRequired(AttributeMetadata.ALWAYS_FALSE));
        return changed;
    }

    private Map<String, ?> typed(Map<String, ?> attributes) {
        return TypedAddresses.of(realm(), StoredText.of(session)).read(attributes);
    }

    private boolean isPortal() {
        return new PortalRealm(realm()).isPortal();
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
