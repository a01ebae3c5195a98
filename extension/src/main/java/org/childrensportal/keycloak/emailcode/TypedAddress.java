package org.childrensportal.keycloak.emailcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.childrensportal.keycloak.profile.UnaskedOwners;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.validate.ValidationError;

/**
 * An address that a person typed, under the rules of registration.
 *
 * @param typed what was typed; null if nothing was sent
 */
public record TypedAddress(String typed) {

    /** The address, if it is one. */
    public Optional<EmailAddress> address() {
        return EmailAddress.read(typed);
    }

    /** What was typed, for the page that comes back. */
    public String shown() {
        return typed == null ? "" : typed;
    }

    /**
     * The first thing that is wrong with the address by the realm's user profile. Nobody is told
     * whether it has an account.
     *
     * @param field where it was typed
     */
    public Optional<FormMessage> error(KeycloakSession session, String field) {
        return profileError(session, field)
                .or(
                        () ->
                                address().isEmpty()
                                        ? Optional.of(
                                                new FormMessage(field, Messages.INVALID_EMAIL))
                                        : Optional.empty());
    }

    private Optional<FormMessage> profileError(KeycloakSession session, String field) {
        String address = address().map(EmailAddress::text).orElse(shown().strip());
        UserProfile profile =
                new UnaskedOwners(session)
                        .during(
                                () ->
                                        session.getProvider(UserProfileProvider.class)
                                                .create(
                                                        UserProfileContext.REGISTRATION,
                                                        Map.of(ProfileAttribute.EMAIL, address)));
        List<FormMessage> errors = new ArrayList<>();
        Consumer<ValidationError> collect =
                error ->
                        errors.add(
                                new FormMessage(
                                        field,
                                        error.getMessage(),
                                        error.getInputHintWithMessageParameters()));
        validate(profile, collect);
        return errors.stream().findFirst();
    }

    // In Keycloak 26.7 validate(String, Consumer<ValidationError>...) has a generic array
    // parameter.
    @SuppressWarnings("unchecked")
    private static void validate(UserProfile profile, Consumer<ValidationError> collect) {
        profile.getAttributes().validate(ProfileAttribute.EMAIL, collect);
    }
}
