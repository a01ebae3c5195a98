package org.childrensportal.keycloak.emailcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.childrensportal.keycloak.claim.AddressClaim;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.validate.ValidationError;

/**
 * Changes the address of an account that is being registered, or gives one to an account that has
 * none. The same rules hold as on the page before, and the new address gets its own code.
 */
final class AddressChange {

    private final RequiredActionContext context;
    private final CodePage page;

    AddressChange(RequiredActionContext context) {
        this.context = context;
        this.page = new CodePage(context);
    }

    /** Whose address is proven already cannot change it here. */
    static boolean isAllowed(RequiredActionContext context) {
        AddressClaim claim = new AddressClaim(context.getUser());
        return claim.isMade()
                || claim.address().isEmpty()
                || new CodeJourney(context.getAuthenticationSession()).isRegistration();
    }

    void process(String typed) {
        AddressClaim claim = new AddressClaim(context.getUser());
        Optional<EmailAddress> address = EmailAddress.read(typed);
        boolean unchanged =
                address.map(EmailAddress::text).filter(text -> isOf(claim, text)).isPresent();
        if (!isAllowed(context) || unchanged) {
            context.challenge(page.redirect());
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
            context.challenge(page.changeAddress(typed == null ? "" : typed, error.get()));
            return;
        }
        // Held first: the code of the address before may be entered at this moment.
        if (AddressClaim.hold(context.getSession(), context.getUser().getId())
                && !claim.isProvenByNow(context.getSession())) {
            change(claim, address.orElseThrow());
        } else {
            context.challenge(page.redirect());
        }
    }

    private static boolean isOf(AddressClaim claim, String address) {
        return claim.address().filter(address::equals).isPresent();
    }

    private void change(AddressClaim claim, EmailAddress address) {
        event().detail(Details.PREVIOUS_EMAIL, claim.address().orElse(null))
                .detail(Details.UPDATED_EMAIL, address.text())
                .success();
        claim.make(address);
        // Committed with this response; the code is mailed when the browser asks for the page.
        context.challenge(page.redirect());
    }

    /** Counted last: only what is right in every other way uses the address's allowance. */
    private Optional<FormMessage> refusal(EmailAddress address) {
        ClaimAllowance.Answer answer =
                new ClaimAllowance(context.getSession(), context.getRealm())
                        .take(
                                address,
                                context.getConnection().getRemoteHost(),
                                new ClaimAllowance.Field(
                                        CodePage.ADDRESS_FIELD,
                                        context.getSession()
                                                .getContext()
                                                .resolveLocale(context.getUser())));
        if (answer instanceof ClaimAllowance.Refusal refusal) {
            CodeEvent.of(context, EventType.UPDATE_EMAIL).error(refusal.event());
            return Optional.of(refusal.message());
        }
        return Optional.empty();
    }

    private static FormMessage noAddress() {
        return new FormMessage(CodePage.ADDRESS_FIELD, Messages.INVALID_EMAIL);
    }

    private EventBuilder event() {
        return context.getEvent().clone().event(EventType.UPDATE_EMAIL).user(context.getUser());
    }

    /** The first thing that is wrong with the address by the realm's user profile. */
    private Optional<FormMessage> error(String address) {
        UserProfile profile =
                context.getSession()
                        .getProvider(UserProfileProvider.class)
                        .create(
                                UserProfileContext.REGISTRATION,
                                Map.of(ProfileAttribute.EMAIL, address));
        List<FormMessage> errors = new ArrayList<>();
        Consumer<ValidationError> collect =
                error -> {
                    // Whether somebody has the address is shown to nobody.
                    if (!AddressClaim.isTaken(error)) {
                        errors.add(
                                new FormMessage(
                                        CodePage.ADDRESS_FIELD,
                                        error.getMessage(),
                                        error.getInputHintWithMessageParameters()));
                    }
                };
        validate(profile, collect);
        return errors.stream().findFirst();
    }

    // validate(String, Consumer<ValidationError>...) of Keycloak has a generic array parameter.
    @SuppressWarnings("unchecked")
    private static void validate(UserProfile profile, Consumer<ValidationError> collect) {
        profile.getAttributes().validate(ProfileAttribute.EMAIL, collect);
    }
}
