package org.childrensportal.keycloak.address;

import org.childrensportal.keycloak.profile.ProfileBeingSaved;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;

/** Replaces Keycloak's own user profile: see {@link PendingUserProfile}. */
public final class PendingUserProfileFactory extends DeclarativeUserProfileProviderFactory {

    @Override
    public DeclarativeUserProfileProvider create(KeycloakSession session) {
        return new PendingUserProfile(session, this);
    }

    @Override
    public void validateConfiguration(
            KeycloakSession session, RealmModel realm, ComponentModel model) {
        ProfileBeingSaved.judge(session, () -> super.validateConfiguration(session, realm, model));
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
