package org.childrensportal.keycloak.registration;

import java.util.List;
import java.util.UUID;
import org.childrensportal.keycloak.claim.AddressClaim;
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
 * The profile of an account that only claims its address: that the address has an account is no
 * fault of the form, and the account is made without it.
 *
 * @param validated the profile with the address
 * @param sayRegistered whether that the address has an account is a fault all the same
 * @param account the account that the journey makes
 */
record ClaimingProfile(
        KeycloakSession session, UserProfile validated, boolean sayRegistered, UUID account)
        implements UserProfile {

    @Override
    public void validate() {
        ValidationExceptionBuilder others = new ValidationExceptionBuilder();
        for (String name : validated.getAttributes().nameSet()) {
            validate(name, others);
        }
        validateAddress(others);
        if (others.hasError()) {
            throw others.build();
        }
    }

    /** Keycloak's own validator lets through what is no address of anybody's mailbox. */
    private void validateAddress(ValidationExceptionBuilder others) {
        String address = validated.getAttributes().getFirst(UserModel.EMAIL);
        if (address != null && !address.isBlank() && EmailAddress.read(address).isEmpty()) {
            others.accept(
                    new ValidationError(
                            EmailValidator.ID, UserModel.EMAIL, Messages.INVALID_EMAIL));
        }
    }

    // validate(String, Consumer<ValidationError>...) of Keycloak has a generic array parameter.
    @SuppressWarnings("unchecked")
    private void validate(String name, ValidationExceptionBuilder others) {
        validated
                .getAttributes()
                .validate(
                        name,
                        (ValidationError error) -> {
                            if (sayRegistered || !AddressClaim.isTaken(error)) {
                                others.accept(error);
                            }
                        });
    }

    @Override
    public UserModel create() throws ValidationException {
        validate();
        Attributes attributes = validated.getAttributes();
        UserModel user =
                AddressClaim.pendingAccount(
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
    public <R extends AbstractUserRepresentation> R toRepresentation(boolean full) {
        return validated.toRepresentation(full);
    }
}
