package org.childrensportal.keycloak.addresschange;

import java.time.Instant;
import java.util.Optional;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.database.StoredAccount;
import org.childrensportal.keycloak.domain.address.Addresses;
import org.childrensportal.keycloak.emailcode.CodeConversation;
import org.childrensportal.keycloak.emailcode.CodePurpose;
import org.childrensportal.keycloak.mail.MailOutcome;
import org.childrensportal.keycloak.standing.StandingJourney;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.utils.FormMessage;

/** A code that proves the new address of an account. */
final class NewAddress implements CodePurpose {

    private final Change change;
    private final RequiredActionContext context;

    NewAddress(Change change) {
        this.change = change;
        this.context = change.context();
    }

    @Override
    public String action() {
        return RequiredAction.UPDATE_EMAIL.name();
    }

    @Override
    public Optional<String> address() {
        return change.journey().address();
    }

    @Override
    public boolean mayChangeAddress() {
        return true;
    }

    @Override
    public boolean mayBelongToAnother() {
        return true;
    }

    /** Why the change may not be made is looked at by {@link #proven}, which says it. */
    @Override
    public boolean mayUse(StoredAccount account, String address) {
        return true;
    }

    @Override
    public void proven() {
        // Whoever has lost the account meanwhile, to a new password too, changes nothing.
        new StandingJourney(context.getSession(), context.getAuthenticationSession())
                .requireUnderLock();
        Optional<ChangeError> stop = change.stop();
        if (stop.isPresent()) {
            refuse(stop.get());
            return;
        }
        Addresses before = change.addresses();
        String address = address().orElseThrow();
        if (!isChanged(address)) {
            refuse(ChangeError.TAKEN);
            return;
        }
        Optional<ChangeError> fault =
                before.isProven() ? tell(before.own().orElseThrow(), address) : Optional.empty();
        if (fault.isPresent()) {
            takeBack(fault.get());
            return;
        }
        context.getUser().removeRequiredAction(RequiredAction.UPDATE_EMAIL);
        change.event()
                .detail(Details.PREVIOUS_EMAIL, before.own().orElse(null))
                .detail(Details.UPDATED_EMAIL, address)
                .success();
        context.success();
    }

    private boolean isChanged(String address) {
        try {
            return new AddressClaim(context.getUser())
                    .changeTo(context.getSession(), context.getRealm(), address);
        } catch (ModelDuplicateException e) {
            // Another account is given it at this moment; this transaction cannot be committed.
            throw ChangeEnd.of(context, ChangeError.TAKEN);
        }
    }

    /**
     * Tells the address before, with the way back. The last that can fail: what was changed is
     * written, and is committed when this request ends.
     */
    private Optional<ChangeError> tell(String previous, String address) {
        Instant now = change.now();
        String link =
                new WayBack(context.getSession(), context.getRealm())
                        .open(context.getUser(), previous, now);
        String ends = new CodeConversation(context, this).inWords(now.plus(WayBack.LIFE));
        return CodeConversation.mailing(
                        context.getRealm(),
                        () -> new ChangeMail(context).send(previous, address, link, ends))
                .map(
                        outcome ->
                                outcome == MailOutcome.SENT
                                        ? Optional.<ChangeError>empty()
                                        : Optional.of(ChangeError.of(outcome)))
                .orElseGet(() -> Optional.of(ChangeError.MAIL_SLOW));
    }

    /** Nothing is changed, and the code can be entered again. */
    private void takeBack(ChangeError why) {
        change.event().error(why.eventError());
        context.getSession().getTransactionManager().setRollbackOnly();
        context.challenge(
                new CodeConversation(context, this).fault(new FormMessage(null, why.messageKey())));
    }

    private void refuse(ChangeError why) {
        change.event().error(why.eventError());
        context.challenge(ChangeEnd.page(change, why));
    }

    @Override
    public RuntimeException gone() {
        return ChangeEnd.of(context, ChangeError.GONE);
    }

    @Override
    public void describe(LoginFormsProvider page) {
        page.setAttribute("currentAddress", NewAddressPage.displayed(change.journey().from()));
    }
}
