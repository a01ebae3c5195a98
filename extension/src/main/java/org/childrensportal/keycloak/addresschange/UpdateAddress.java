package org.childrensportal.keycloak.addresschange;

import java.util.Optional;
import org.childrensportal.keycloak.emailcode.AddressClaimPermit;
import org.childrensportal.keycloak.emailcode.CodeConversation;
import org.childrensportal.keycloak.emailcode.TypedAddress;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Keycloak's update-email action by a code: the new address becomes the account's when its code is
 * entered, and until then the address before stays and works. It has Keycloak's id and a higher
 * order, so it takes its place on every path. Realms that aren't the portal's are handed on to
 * Keycloak's.
 */
public final class UpdateAddress extends UpdateEmail {

    @Override
    public int order() {
        return 1;
    }

    @Override
    public UpdateAddress create(KeycloakSession session) {
        return this;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (!isPortal(context)) {
            super.evaluateTriggers(context);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (!isPortal(context)) {
            super.requiredActionChallenge(context);
        } else if (context.getUser() == null) {
            throw ChangeEnd.of(context, ChangeError.GONE);
        } else if (isReadOnly(context)) {
            // As in Keycloak 26.7: nothing that the person could do.
            context.getUser().removeRequiredAction(RequiredAction.UPDATE_EMAIL);
            context.ignore();
        } else if (new Change(context).route().hasForm()) {
            processAction(context);
        } else {
            show(new Change(context));
        }
    }

    private static boolean isPortal(RequiredActionContext context) {
        return new PortalRealm(context.getRealm()).isPortal();
    }

    private static boolean isReadOnly(RequiredActionContext context) {
        return context.getSession()
                .getProvider(UserProfileProvider.class)
                .create(UserProfileContext.UPDATE_EMAIL, context.getUser())
                .getAttributes()
                .isReadOnly(UserModel.EMAIL);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        if (!isPortal(context)) {
            super.processAction(context);
            return;
        }
        if (context.getUser() == null) {
            throw ChangeEnd.of(context, ChangeError.GONE);
        }
        if (isReadOnly(context)) {
            throw ChangeEnd.of(context, ChangeError.READ_ONLY);
        }
        Change change = new Change(context);
        if (stops(change)) {
            return;
        }
        var form = context.getHttpRequest().getDecodedFormParameters();
        if (change.route().hasChangeAddressForm() || form.containsKey(NewAddressPage.FIELD)) {
            name(change, new TypedAddress(form.getFirst(NewAddressPage.FIELD)));
        } else if (change.journey().address().isPresent()) {
            conversation(change).take();
        } else {
            show(change);
        }
    }

    /** Whether the change that was begun here cannot go on, or is made: answers then. */
    private static boolean stops(Change change) {
        Optional<ChangeError> stop = change.stop();
        if (stop.isEmpty()) {
            return false;
        }
        if (stop.get() == ChangeError.CHANGED_MEANWHILE && isMade(change)) {
            // The same right code was sent twice.
            change.context().success();
            return true;
        }
        change.event().error(stop.get().eventError());
        change.context().challenge(ChangeEnd.page(change, stop.get()));
        return true;
    }

    private static boolean isMade(Change change) {
        return change.addresses().isProven() && change.current().equals(change.journey().address());
    }

    private static void show(Change change) {
        if (stops(change)) {
            return;
        }
        change.journey().begin(change.current(), change.now());
        boolean named =
                change.journey().address().isPresent() && !change.route().isForChangeAddressPage();
        change.context()
                .challenge(
                        named
                                ? conversation(change).ask()
                                : new NewAddressPage(change)
                                        .show(
                                                Optional.ofNullable(
                                                                NewAddressPage.displayed(
                                                                        change.journey().address()))
                                                        .orElse("")));
    }

    private static CodeConversation conversation(Change change) {
        return new CodeConversation(change.context(), new NewAddress(change));
    }

    private static void name(Change change, TypedAddress typed) {
        change.journey().begin(change.current(), change.now());
        Optional<String> address = typed.address().map(Object::toString);
        // Sent twice: one permit, one code.
        if (address.isEmpty() || !address.equals(change.journey().address())) {
            Optional<FormMessage> error =
                    typed.error(change.context().getSession(), NewAddressPage.FIELD)
                            .or(() -> same(change, address))
                            .or(() -> refusal(change, typed));
            if (error.isPresent()) {
                change.context()
                        .challenge(new NewAddressPage(change).error(typed.shown(), error.get()));
                return;
            }
            change.journey().name(address.orElseThrow());
        }
        change.context().challenge(change.route().toCodePage());
    }

    private static Optional<FormMessage> same(Change change, Optional<String> address) {
        return change.addresses().isProven() && change.current().equals(address)
                ? Optional.of(new FormMessage(NewAddressPage.FIELD, ChangeError.SAME.messageKey()))
                : Optional.empty();
    }

    /** Asked for last: the permit is only for an address that is right in every other way. */
    private static Optional<FormMessage> refusal(Change change, TypedAddress typed) {
        RequiredActionContext context = change.context();
        AddressClaimPermit.Answer answer =
                new AddressClaimPermit(context.getSession(), context.getRealm())
                        .take(
                                typed.address().orElseThrow(),
                                context.getConnection().getRemoteHost(),
                                new AddressClaimPermit.Field(
                                        NewAddressPage.FIELD,
                                        context.getSession()
                                                .getContext()
                                                .resolveLocale(context.getUser())));
        if (answer instanceof AddressClaimPermit.Refusal refusal) {
            change.event().error(refusal.event());
            return Optional.of(refusal.message());
        }
        return Optional.empty();
    }
}
