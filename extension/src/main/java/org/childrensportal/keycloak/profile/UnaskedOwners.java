package org.childrensportal.keycloak.profile;

import java.util.Set;
import java.util.function.Supplier;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.userprofile.validator.DuplicateEmailValidator;
import org.keycloak.userprofile.validator.DuplicateUsernameValidator;
import org.keycloak.userprofile.validator.EmailExistsAsUsernameValidator;

/**
 * Profiles of which nobody is told whether another account has their address or user name: it is
 * not looked up for them either. Keycloak's validators (26.7) do so up to five times a profile, and
 * sooner if there is one.
 */
public final class UnaskedOwners {

    private static final String ATTRIBUTE = UnaskedOwners.class.getName();

    private static final Set<String> LOOK_UPS =
            Set.of(
                    DuplicateEmailValidator.ID,
                    DuplicateUsernameValidator.ID,
                    EmailExistsAsUsernameValidator.ID);

    private final KeycloakSession session;

    /** Of the request of {@code session}. */
    public UnaskedOwners(KeycloakSession session) {
        this.session = session;
    }

    /** Every profile that {@code work} creates is such a profile. */
    public <T> T during(Supplier<T> work) {
        session.setAttribute(ATTRIBUTE, true);
        try {
            return work.get();
        } finally {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    /** What is known of the attributes of a profile that is created now. */
    public UserProfileMetadata of(UserProfileMetadata metadata) {
        if (session.getAttribute(ATTRIBUTE) == null) {
            return metadata;
        }
        UserProfileMetadata unasked = metadata.clone();
        unasked.getAttribute(UserModel.EMAIL).forEach(UnaskedOwners::leaveOut);
        unasked.getAttribute(UserModel.USERNAME).forEach(UnaskedOwners::leaveOut);
        return unasked;
    }

    private static void leaveOut(AttributeMetadata attribute) {
        attribute
                .getValidators()
                .removeIf(validator -> LOOK_UPS.contains(validator.getValidatorId()));
    }
}
