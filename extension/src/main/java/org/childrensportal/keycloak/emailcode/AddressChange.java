package org.childrensportal.keycloak.emailcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.childrensportal.keycloak.profile.UnaskedOwners;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.validate.ValidationError;

/**
 * Changes the address of an account that is being registered, or gives an address to an account
 * that has none. The rules are those of step 2, and the new address gets its own code.
 */
final class AddressChange {

    private final CodeRequest request;

    AddressChange(CodeRequest request) {
        this.request = request;
    }

    void process(String typed) {
        Optional<EmailAddress> address = EmailAddress.read(typed);
        if (!request.mayChangeAddress() || address.filter(this::isUnchanged).isPresent()) {
            goOn();
            return;
        }
        Optional<FormMessage> error =
                error(address.map(EmailAddress::text).orElse(typed == null ? "" : typed.strip()))
                        .or(
                                () ->
                                        address.isEmpty()
                                                ? Optional.of(noAddress())
                                                : refusal(address.get()));
        if (error.isPresent()) {
            request.context()
                    .challenge(
                            new ChangeAddressPage(request)
                                    .show(typed == null ? "" : typed, error.get()));
            return;
        }
        // Locked first: the code for the address before may be entered at this moment.
        if (new AccountLock(request.session(), request.user().getId()).take()
                && !request.claim().isProvenByNow(request.session())) {
            change(address.orElseThrow());
        }
        goOn();
    }

    private boolean isUnchanged(EmailAddress address) {
        return request.claim().address().filter(address.text()::equals).isPresent();
    }

    /** What was changed is committed with this answer; the code page then has the code mailed. */
    private void goOn() {
        request.context().challenge(request.route().toCodePage());
    }

    private void change(EmailAddress address) {
        request.context()
                .getEvent()
                .clone()
                .event(EventType.UPDATE_EMAIL)
                .user(request.user())
                .detail(Details.PREVIOUS_EMAIL, request.claim().address().orElse(null))
                .detail(Details.UPDATED_EMAIL, address.text())
                .success();
        request.claim().claim(address);
    }

    /** Asked for last: the permit is only for an address that is right in every other way. */
    private Optional<FormMessage> refusal(EmailAddress address) {
        AddressClaimPermit.Answer answer =
                new AddressClaimPermit(request.session(), request.realm())
                        .take(
                                address,
                                request.client(),
                                new AddressClaimPermit.Field(
                                        ChangeAddressPage.FIELD,
                                        request.session()
                                                .getContext()
                                                .resolveLocale(request.user())));
        if (answer instanceof AddressClaimPermit.Refusal refusal) {
            request.event(EventType.UPDATE_EMAIL).error(refusal.event());
            return Optional.of(refusal.message());
        }
        return Optional.empty();
    }

    private static FormMessage noAddress() {
        return new FormMessage(ChangeAddressPage.FIELD, Messages.INVALID_EMAIL);
    }

    /**
     * The first thing that is wrong with the address by the realm's user profile. Nobody is told
     * whether it has an account.
     */
    private Optional<FormMessage> error(String address) {
        UserProfile profile =
                new UnaskedOwners(request.session())
                        .during(
                                () ->
                                        request.session()
                                                .getProvider(UserProfileProvider.class)
                                                .create(
                                                        UserProfileContext.REGISTRATION,
                                                        Map.of(ProfileAttribute.EMAIL, address)));
        List<FormMessage> errors = new ArrayList<>();
        Consumer<ValidationError> collect =
                error ->
                        errors.add(
                                new FormMessage(
                                        ChangeAddressPage.FIELD,
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
