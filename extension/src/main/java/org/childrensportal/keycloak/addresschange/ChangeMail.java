package org.childrensportal.keycloak.addresschange;

import java.util.Map;
import org.childrensportal.keycloak.mail.MailOutcome;
import org.childrensportal.keycloak.mail.MailRecipient;
import org.childrensportal.keycloak.mail.MailTemplate;
import org.childrensportal.keycloak.mail.PortalMail;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.email.EmailException;

/** Tells the address before that it was changed, and how to change it back. */
final class ChangeMail {

    private static final Logger LOG = Logger.getLogger(ChangeMail.class);

    private final RequiredActionContext context;

    ChangeMail(RequiredActionContext context) {
        this.context = context;
    }

    /**
     * Mails {@code previous}.
     *
     * @param link the way back
     * @param ends until when it works, in words
     */
    MailOutcome send(String previous, String address, String link, String ends) {
        try {
            new PortalMail(
                            context.getSession(),
                            context.getRealm(),
                            MailRecipient.at(previous, context.getUser()))
                    .during(context.getAuthenticationSession())
                    .send(
                            MailTemplate.ADDRESS_CHANGED,
                            Map.of(
                                    "masked",
                                    MaskedAddress.of(address),
                                    "link",
                                    link,
                                    "ends",
                                    ends));
            return MailOutcome.SENT;
        } catch (EmailException e) {
            MailOutcome outcome = MailOutcome.of(e);
            // Keycloak 26.7's mail sender has logged the exception; this says whose mail it was.
            LOG.errorf(
                    "Mail of a changed address for user %s of realm %s: %s",
                    context.getUser().getId(), context.getRealm().getName(), outcome);
            return outcome;
        }
    }
}
