package org.childrensportal.keycloak.emailcode;

import java.util.Optional;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.database.StoredAccount;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ModelDuplicateException;

/** A code that confirms the address which an account claims, or has unproven: step 3. */
final class Confirmation implements CodePurpose {

    private static final int STEP = 3;

    private final RequiredActionContext context;
    private final AddressClaim claim;

    Confirmation(RequiredActionContext context) {
        this.context = context;
        this.claim = new AddressClaim(context.getUser());
    }

    @Override
    public String action() {
        return VerifyEmailCodeFactory.ID;
    }

    @Override
    public Optional<String> address() {
        return claim.address();
    }

    /** Somebody who has proven the address of an older account cannot change it on these pages. */
    @Override
    public boolean mayChangeAddress() {
        return claim.isPresent()
                || claim.address().isEmpty()
                || new CodeJourney(context.getAuthenticationSession(), action()).isRegistration();
    }

    @Override
    public boolean mayBelongToAnother() {
        return claim.isPresent();
    }

    /** An administrator may have given the account another address at this moment. */
    @Override
    public boolean mayUse(StoredAccount account, String address) {
        return account.hasToProve(address);
    }

    /** The address is the account's, unless another account has proven it. */
    @Override
    public void proven() {
        CodeRequest request = new CodeRequest(context, this);
        if (isSettled(request)) {
            request.journey().enterCode();
            request.event(EventType.VERIFY_EMAIL)
                    .detail(Details.EMAIL, request.user().getEmail())
                    .success();
            context.success();
        } else {
            report(request);
            // Whoever has entered the code reads the mailbox, so they may know.
            context.challenge(request.route().toSignIn(CodeError.ADDRESS_TAKEN));
        }
    }

    private boolean isSettled(CodeRequest request) {
        try {
            return claim.settle(request.session(), request.realm());
        } catch (ModelDuplicateException e) {
            // Another account proves it at this moment; this transaction cannot be committed.
            report(request);
            throw CodeRoute.end(context, CodeError.ADDRESS_TAKEN);
        }
    }

    private static void report(CodeRequest request) {
        CodeError.ADDRESS_TAKEN
                .eventError()
                .ifPresent(request.event(EventType.VERIFY_EMAIL)::error);
    }

    @Override
    public RuntimeException gone() {
        return CodeRoute.end(context, CodeError.ACCOUNT_GONE);
    }

    @Override
    public void describe(LoginFormsProvider page) {
        page.setAttribute("step", STEP);
    }
}
