package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;

/** The conversation about a code, whatever it is for: ask, send, send again, check. */
public final class CodeConversation {

    /** Of all codes on this node, and of what is told because of them. */
    private static final MailsInProgress MAILS = new MailsInProgress();

    private final CodeRequest request;

    /** About the code for {@code purpose}; the context has a user, the purpose an address. */
    public CodeConversation(RequiredActionContext context, CodePurpose purpose) {
        this(new CodeRequest(context, purpose));
    }

    CodeConversation(CodeRequest request) {
        this.request = request;
    }

    /** The page that asks for the code. The first time a code is mailed. */
    public Response ask() {
        CodeJourney journey = request.journey();
        CodePage page = new CodePage(request);
        String address = request.address();
        boolean askedBefore = journey.wasAskedFor(address);
        journey.askFor(address);
        var live = request.seen();
        if (live.isPresent()) {
            journey.sendTo(address);
            return page.show(live);
        }
        if (!askedBefore) {
            return new CodeSending(request, MAILS).send();
        }
        // Showing the page again never sends a mail.
        return journey.wasSentTo(address) ? page.error(live, CodeError.EXPIRED) : page.notSentYet();
    }

    /** Takes the form of that page: a code, or the wish for another. */
    public void take() {
        if (request.form().containsKey("resend")) {
            request.context().challenge(new CodeSending(request, MAILS).send());
        } else {
            new CodeGuessing(request).check(request.form().getFirst(CodePage.FIELD));
        }
    }

    /** The page of the code, with a fault that has nothing to do with the field. */
    public Response fault(FormMessage message) {
        return new CodePage(request).fault(request.live(), message);
    }

    /** {@code moment} in the words of the person's language and the portal's time zone. */
    public String inWords(Instant moment) {
        return request.endTime(moment);
    }

    /** An event of this request, which names the account by its id only. */
    public EventBuilder event(EventType type) {
        return request.event(type);
    }

    /** How many mails of the realm are on their way from this node. */
    static int mailsInProgress(String realmId) {
        return MAILS.of(realmId);
    }

    /**
     * Does what sends a mail, unless so many of the realm are on their way that mail is slow.
     *
     * @return what came of it; nothing if it was not done
     */
    public static <T> Optional<T> mailing(RealmModel realm, Supplier<T> work) {
        int most = CodeSettingsConfig.mailsInProgress(realm, CodeSettingsConfig.ofRealm(realm));
        if (!MAILS.begin(realm.getId(), most)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            MAILS.end(realm.getId());
        }
    }
}
