package org.childrensportal.keycloak.emailcode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.childrensportal.keycloak.address.AddressOwners;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;
import org.childrensportal.keycloak.mail.MailOutcome;
import org.childrensportal.keycloak.mail.MailRecipient;
import org.childrensportal.keycloak.mail.MailTemplate;
import org.childrensportal.keycloak.mail.PortalMail;
import org.childrensportal.keycloak.metrics.RealmCounter;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.ResolveRelative;

/** Mails a code, and writes in the event log whether that went well; never the code. */
final class CodeMail {

    private static final Logger LOG = Logger.getLogger(CodeMail.class);

    private final CodeRequest request;

    CodeMail(CodeRequest request) {
        this.request = request;
    }

    /**
     * Mails the code to its address. If the address belongs to another account, its owner gets a
     * notice instead that somebody tried to register it, under the same limits and with the same
     * outcome: nobody else learns by it that the address has an account.
     */
    MailOutcome send(IssueResult.Issued issued) {
        String address = issued.state().address();
        EventBuilder event = request.event(EventType.SEND_VERIFY_EMAIL);
        try {
            Optional<UserModel> owner = ownerOf(address);
            if (owner.isPresent()) {
                event.detail(Details.REASON, "already_registered");
                RealmCounter.OWNER_NOTICES.increment(request.realm());
                to(address, owner.get()).send(MailTemplate.REGISTERED, homePage());
            } else {
                to(address, request.user()).send(MailTemplate.CODE, facts(issued));
            }
            event.detail(Details.EMAIL, address).success();
            return MailOutcome.SENT;
        } catch (EmailException e) {
            MailOutcome outcome = MailOutcome.of(e);
            event.error(outcome.eventError());
            // Keycloak 26.7's mail sender has logged the exception; this says whose mail it was.
            LOG.errorf(
                    "Confirmation mail for user %s of realm %s: %s",
                    request.user().getId(), request.realm().getName(), outcome);
            return outcome;
        }
    }

    private PortalMail to(String address, UserModel user) {
        return new PortalMail(request.session(), request.realm(), MailRecipient.at(address, user))
                .during(request.context().getAuthenticationSession());
    }

    /** Another account that owns the address; then nobody gets a code for it. */
    private Optional<UserModel> ownerOf(String address) {
        return request.purpose().mayBelongToAnother()
                ? EmailAddress.read(address)
                        .flatMap(new AddressOwners(request.session(), request.realm())::owner)
                        .filter(owner -> !owner.getId().equals(request.user().getId()))
                : Optional.empty();
    }

    private Map<String, Object> facts(IssueResult.Issued issued) {
        return Map.of(
                "code", issued.code().digits(), "ends", request.endTime(issued.state().expires()));
    }

    /** The home page of the application; absent if it has no address. */
    private Map<String, Object> homePage() {
        ClientModel client = request.context().getAuthenticationSession().getClient();
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "home",
                ResolveRelative.resolveRelativeUri(
                        request.session(), client.getRootUrl(), client.getBaseUrl()));
        return facts;
    }
}
