package org.childrensportal.keycloak.registration;

import java.util.List;
import java.util.stream.Stream;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

/** The realm's user profile, without whose attributes answers would be dropped silently. */
final class RegistrationProfile {

    private final KeycloakSession session;

    RegistrationProfile(KeycloakSession session) {
        this.session = session;
    }

    /** What the profile lacks, in words for administrators. */
    Stream<String> missing() {
        UPConfig profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        List<String> missing =
                Stream.concat(
                                ProfileAttribute.DETAILS.stream(),
                                Stream.of(ProfileAttribute.EMAIL, AddressClaim.ATTRIBUTE))
                        .filter(name -> profile.getAttribute(name) == null)
                        .toList();
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "the user profile lacks %s: add them at Realm settings > User profile"
                                .formatted(String.join(", ", missing)));
    }
}
