package org.childrensportal.keycloak.address;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;

/** The profile of an account that an administrator makes. */
final class NewProfile implements UserProfile {

    private final KeycloakSession session;
    private final UserProfile profile;

    NewProfile(KeycloakSession session, UserProfile profile) {
        this.session = session;
        this.profile = profile;
    }

    @Override
    public void validate() {
        profile.validate();
    }

    @Override
    public UserModel create() {
        return made(profile.create());
    }

    @Override
    public UserModel create(boolean validate) {
        return made(profile.create(validate));
    }

    private UserModel made(UserModel user) {
        ProfileEdit.newAccount(session, user);
        return user;
    }

    @Override
    public void update(boolean removeAttributes, AttributeChangeListener... listeners) {
        profile.update(removeAttributes, listeners);
    }

    @Override
    public Attributes getAttributes() {
        return profile.getAttributes();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Keycloak's signature
    public <R extends AbstractUserRepresentation> R toRepresentation(boolean full) {
        return profile.toRepresentation(full);
    }
}
