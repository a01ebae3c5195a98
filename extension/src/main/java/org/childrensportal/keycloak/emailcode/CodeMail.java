package org.childrensportal.keycloak.emailcode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.childrensportal.keycloak.address.AddressClaim;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.emailcode.IssueResult;
import org.childrensportal.keycloak.mail.MailOutcome;
import org.childrensportal.keycloak.mail.Recipient;
import org.childrensportal.keycloak.mail.ServiceName;
import org.jboss.logging.Logger;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/** Mails a code, and records in the event log whether that went well; never the code. */
final class CodeMail {

    private static final Logger LOG = Logger.getLogger(CodeMail.class);
    private static final String SUBJECT = "portalEmailCodeSubject";
    private static final String TEMPLATE = "portal-email-code.ftl";

    private final RequiredActionContext context;

    CodeMail(RequiredActionContext context) {
        this.context = context;
    }

    /**
     * Mails the code to its address, or, if that belongs to another account, says there that
     * somebody tried to register it: each time, and the outcome is treated alike.
     */
    MailOutcome send(IssueResult.Issued issued) {
        String address = issued.state().address();
        EventBuilder event = CodeEvent.of(context, EventType.SEND_VERIFY_EMAIL);
        try {
            Optional<UserModel> owner = ownerOf(address);
            if (owner.isPresent()) {
                event.detail(Details.REASON, "already_registered");
                new RegisteredMail(context).send(new Recipient(owner.get(), address));
            } else {
                sendCode(issued);
            }
            event.detail(Details.EMAIL, address).success();
            return MailOutcome.SENT;
        } catch (EmailException e) {
            MailOutcome outcome = MailOutcome.of(e);
            event.error(outcome.eventError());
            // Keycloak's mail sender has logged the exception; here is whose mail it was.
            LOG.errorf(
                    "Confirmation mail for user %s of realm %s: %s",
                    context.getUser().getId(), context.getRealm().getName(), outcome);
            return outcome;
        }
    }

    /** Another account that has the address; nobody gets a code for that. */
    private Optional<UserModel> ownerOf(String address) {
        return new AddressClaim(context.getUser()).isMade()
                ? EmailAddress.read(address)
                        .flatMap(
                                read ->
                                        AddressClaim.owner(
                                                context.getSession(), context.getRealm(), read))
                : Optional.empty();
    }

    private void sendCode(IssueResult.Issued issued) throws EmailException {
        context.getSession()
                .getProvider(EmailTemplateProvider.class)
                .setAuthenticationSession(context.getAuthenticationSession())
                .setRealm(context.getRealm())
                .setUser(new Recipient(context.getUser(), issued.state().address()))
                .send(
                        SUBJECT,
                        List.of(ServiceName.of(context.getRealm())),
                        TEMPLATE,
                        facts(issued));
    }

    /** What the mail says; Keycloak adds its own entries to the map. */
    private Map<String, Object> facts(IssueResult.Issued issued) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("code", issued.code().digits());
        facts.put(
                "ends",
                EndTime.of(
                        context,
                        issued.state().expires(),
                        CodeSettingsConfig.timeZone(context.getConfig())));
        return facts;
    }
}
