package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.childrensportal.keycloak.journey.RefusalPage;
import org.jboss.logging.Logger;
import org.keycloak.authentication.FormContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorPageException;

/**
 * Whether realm and server have all that an account needs until its address is confirmed. If they
 * do not, nobody can begin to register: the account would stay half made, or could sign in with
 * somebody else's address.
 */
final class RegistrationReady {

    private static final Logger LOG = Logger.getLogger(RegistrationReady.class);

    /**
     * Marks a request in which nothing is missing: every form action of a page checks, since any of
     * them may be off.
     */
    private static final String CHECKED = RegistrationReady.class.getName();

    private final FormContext context;
    private final KeycloakSession session;
    private final RealmModel realm;

    RegistrationReady(FormContext context) {
        this.context = context;
        this.session = context.getSession();
        this.realm = context.getRealm();
    }

    /**
     * Ends the request if something is missing.
     *
     * @throws ErrorPageException with the page that {@link #refusal} describes
     */
    void require() {
        if (session.getAttribute(CHECKED) != null) {
            return;
        }
        List<String> missing = new RegistrationNeeds(session, realm).missing();
        if (!missing.isEmpty()) {
            throw new ErrorPageException(refuse(missing));
        }
        session.setAttribute(CHECKED, true);
    }

    /**
     * The page for people if something is missing, with status 503; the log and an event tell
     * administrators what to put right.
     */
    Optional<Response> refusal() {
        if (session.getAttribute(CHECKED) != null) {
            return Optional.empty();
        }
        List<String> missing = new RegistrationNeeds(session, realm).missingLately();
        return missing.isEmpty() ? Optional.empty() : Optional.of(refuse(missing));
    }

    private Response refuse(List<String> missing) {
        String reason = String.join("; ", missing);
        LOG.errorf("Nobody can register in the realm %s: %s", realm.getName(), reason);
        context.getEvent()
                .clone()
                .event(EventType.REGISTER)
                .detail(Details.REASON, reason)
                .error(RefusalPage.CANNOT_REGISTER.eventError());
        return RefusalPage.CANNOT_REGISTER.response(session, context.getAuthenticationSession());
    }
}
