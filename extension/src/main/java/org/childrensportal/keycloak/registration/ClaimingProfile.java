package org.childrensportal.keycloak.registration;

import java.util.List;
import java.util.UUID;
import org.childrensportal.keycloak.address.PendingAccount;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.userprofile.ValidationException.ValidationExceptionBuilder;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.validators.EmailValidator;

/**
 * The profile of an account that only claims its address. The form is accepted even if the address
 * has an account, and the account is made without an address of its own.
 */
final class ClaimingProfile implements UserProfile {

    private final KeycloakSession session;
    private final UserProfile validated;
    private final SayRegisteredSetting sayRegistered;
    private final UUID account;
    private boolean isValidated;

    /**
     * @param validated the profile with the address
     * @param sayRegistered whether an address that has an account is refused nevertheless
     * @param account the account that the journey makes
     */
    ClaimingProfile(
            KeycloakSession session,
            UserProfile validated,
            SayRegisteredSetting sayRegistered,
            UUID account) {
        this.session = session;
        this.validated = validated;
        this.sayRegistered = sayRegistered;
        this.account = account;
    }

    @Override
    public void validate() {
        if (isValidated) {
            return;
        }
        ValidationExceptionBuilder others = new ValidationExceptionBuilder();
        for (String name : validated.getAttributes().nameSet()) {
            if (isAsked(name)) {
                validate(name, others);
            }
        }
        validateAddress(others);
        if (others.hasError()) {
            throw others.build();
        }
        isValidated = true;
    }

    /**
     * Registration asks for no user name. Where addresses are user names, Keycloak has it from the
     * address; elsewhere it is {@link PendingAccount}'s until the address is confirmed, and none of
     * its errors could be shown at a field.
     */
    private boolean isAsked(String name) {
        return !name.equals(UserModel.USERNAME)
                || session.getContext().getRealm().isRegistrationEmailAsUsername();
    }

    /** The validator of Keycloak 26.7 accepts texts that are no address of a mailbox. */
    private void validateAddress(ValidationExceptionBuilder others) {
        String address = validated.getAttributes().getFirst(UserModel.EMAIL);
        if (address != null && !address.isBlank() && EmailAddress.read(address).isEmpty()) {
            others.accept(
                    new ValidationError(
                            EmailValidator.ID, UserModel.EMAIL, Messages.INVALID_EMAIL));
        }
    }

    // In Keycloak 26.7 validate(String, Consumer<ValidationError>...) has a generic array
    // parameter.
    @SuppressWarnings("unchecked")
    private void validate(String name, ValidationExceptionBuilder others) {
        validated
                .getAttributes()
                .validate(
                        name,
                        (ValidationError error) -> {
                            if (sayRegistered.shows(error)) {
                                others.accept(error);
                            }
                        });
    }

    @Override
    public UserModel create() throws ValidationException {
        validate();
        Attributes attributes = validated.getAttributes();
        UserModel user =
                PendingAccount.create(
                        session,
                        session.getContext().getRealm(),
                        EmailAddress.read(attributes.getFirst(UserModel.EMAIL)).orElseThrow(),
                        account);
        attributes
                .getWritable()
                .forEach(
                        (name, values) -> {
                            List<String> given =
                                    values.stream().filter(value -> !value.isBlank()).toList();
                            if (!isAddress(name) && !given.isEmpty()) {
                                user.setAttribute(name, given);
                            }
                        });
        return user;
    }

    private static boolean isAddress(String name) {
        return name.equals(UserModel.EMAIL) || name.equals(UserModel.USERNAME);
    }

    @Override
    public void update(boolean removeAttributes, AttributeChangeListener... listeners) {
        validated.update(removeAttributes, listeners);
    }

    @Override
    public Attributes getAttributes() {
        return validated.getAttributes();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Keycloak's signature
    public <R extends AbstractUserRepresentation> R toRepresentation(boolean full) {
        return validated.toRepresentation(full);
    }
}
