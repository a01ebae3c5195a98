package org.childrensportal.keycloak.address;

import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;

/** Replaces Keycloak's own user profile: see {@link PendingUserProfile}. */
public final class PendingUserProfileFactory extends DeclarativeUserProfileProviderFactory {

    @Override
    public DeclarativeUserProfileProvider create(KeycloakSession session) {
        return new PendingUserProfile(session, this);
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
