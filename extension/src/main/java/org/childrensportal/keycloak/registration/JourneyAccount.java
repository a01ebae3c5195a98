package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.UUID;
import org.childrensportal.keycloak.address.PendingAccount;
import org.childrensportal.keycloak.database.OneAtATime;
import org.keycloak.authentication.FormContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The account that a journey makes: one, however often and however fast its form is sent. It is
 * named before the form is shown, so that all the requests that carry the form name the same one.
 * Its name lasts as long as the journey; whoever begins again makes another account.
 */
final class JourneyAccount {

    private static final String NOTE = "portal.account";

    private final FormContext context;

    JourneyAccount(FormContext context) {
        this.context = context;
    }

    /** Names it, unless it has a name. */
    void name() {
        if (named().isEmpty()) {
            journey().setAuthNote(NOTE, UUID.randomUUID().toString());
        }
    }

    /** Its name; one of its own for a form that was never shown. */
    UUID id() {
        return named().orElseGet(UUID::randomUUID);
    }

    /**
     * Waits for whichever request makes the account at this moment. Keycloak (26.7) lets requests
     * of one authentication session run at once, and on one node each sees the other's half-done
     * work in it.
     *
     * @return whether it is made, or being made for longer than the database waits
     */
    boolean isMade() {
        return named().filter(this::isMade).isPresent();
    }

    private boolean isMade(UUID account) {
        return !new OneAtATime(context.getSession()).take(NOTE + "." + account)
                || PendingAccount.exists(context.getSession(), context.getRealm(), account);
    }

    /**
     * The answer to a form that was sent again when its account was made already: on to where that
     * led. To be thrown; Keycloak (26.7, LoginActionsService.processFlow) answers with what such an
     * exception holds.
     */
    WebApplicationException madeAlready() {
        context.getSession().getTransactionManager().setRollbackOnly();
        return new WebApplicationException(Step.afterRegistration(context));
    }

    private Optional<UUID> named() {
        return Optional.ofNullable(journey().getAuthNote(NOTE)).map(UUID::fromString);
    }

    private AuthenticationSessionModel journey() {
        return context.getAuthenticationSession();
    }
}
