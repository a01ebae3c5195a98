package org.childrensportal.keycloak.emailcode;

import java.util.Optional;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.database.AccountLock;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.utils.FormMessage;

/**
 * Changes the address of an account that is being registered, or gives an address to an account
 * that has none. The rules are those of step 2, and the new address gets its own code.
 */
final class AddressChange {

    private final CodeRequest request;
    private final AddressClaim claim;

    AddressChange(CodeRequest request) {
        this.request = request;
        this.claim = new AddressClaim(request.user());
    }

    void process(String typed) {
        Optional<EmailAddress> address = EmailAddress.read(typed);
        if (!request.mayChangeAddress() || address.filter(this::isUnchanged).isPresent()) {
            goOn();
            return;
        }
        Optional<FormMessage> error =
                new TypedAddress(typed)
                        .error(request.session(), ChangeAddressPage.FIELD)
                        .or(() -> address.flatMap(this::refusal));
        if (error.isPresent()) {
            request.context()
                    .challenge(
                            new ChangeAddressPage(request)
                                    .show(typed == null ? "" : typed, error.get()));
            return;
        }
        // Locked first: the code for the address before may be entered at this moment.
        if (new AccountLock(request.session(), request.user().getId()).take()
                && !claim.isProvenByNow(request.session())) {
            change(address.orElseThrow());
        }
        goOn();
    }

    private boolean isUnchanged(EmailAddress address) {
        return claim.address().filter(address.text()::equals).isPresent();
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
                .detail(Details.PREVIOUS_EMAIL, claim.address().orElse(null))
                .detail(Details.UPDATED_EMAIL, address.text())
                .success();
        claim.claim(address);
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
}
