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
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
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
        UserModel user = context.getUser();
        AddressClaim claim = new AddressClaim(user);
        Optional<EmailAddress> read = EmailAddress.read(typed);
        String address = read.map(EmailAddress::text).orElse(typed == null ? "" : typed.strip());
        if (!isAllowed(context) || Optional.of(address).equals(claim.address())) {
            context.challenge(page.redirect());
            return;
        }
        List<FormMessage> errors = errors(address);
        if (!errors.isEmpty()) {
            context.challenge(
                    page.changeAddress(
                            typed == null ? "" : typed, errors.toArray(FormMessage[]::new)));
            return;
        }
        context.getEvent()
                .clone()
                .event(EventType.UPDATE_EMAIL)
                .user(user)
                .detail(Details.PREVIOUS_EMAIL, claim.address().orElse(null))
                .detail(Details.UPDATED_EMAIL, address)
                .success();
        claim.make(read.orElseThrow());
        // Committed with this response; the code is mailed when the browser asks for the page.
        context.challenge(page.redirect());
    }

    /** The first thing that is wrong with the address by the realm's user profile. */
    private List<FormMessage> errors(String address) {
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
        return errors.stream().limit(1).toList();
    }

    // validate(String, Consumer<ValidationError>...) of Keycloak has a generic array parameter.
    @SuppressWarnings("unchecked")
    private static void validate(UserProfile profile, Consumer<ValidationError> collect) {
        profile.getAttributes().validate(ProfileAttribute.EMAIL, collect);
    }
}
