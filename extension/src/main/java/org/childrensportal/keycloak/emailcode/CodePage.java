package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.childrensportal.keycloak.domain.emailcode.CodeState;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/**
 * The page that asks for a code, such as step 3, <em>Confirm your email</em>. Every method takes
 * the code that can be entered now, if there is one.
 */
final class CodePage {

    /** The field of the code. */
    static final String FIELD = "code";

    /** Longer than mail takes that nobody holds up. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private final CodeRequest request;

    CodePage(CodeRequest request) {
        this.request = request;
    }

    Response show(Optional<CodeState> live) {
        return page(form(), live);
    }

    /** The page with a message that something was done. */
    Response success(Optional<CodeState> live, CodeNotice notice) {
        return page(form().setSuccess(notice.messageKey()), live);
    }

    /** The page with a message at the field. */
    Response error(Optional<CodeState> live, CodeError error, Object... parameters) {
        return page(form().addError(new FormMessage(FIELD, error.messageKey(), parameters)), live);
    }

    /** The page with a fault that has nothing to do with the field. */
    Response fault(Optional<CodeState> live, CodeError error, Object... parameters) {
        return fault(live, new FormMessage(null, error.messageKey(), parameters));
    }

    /** The same, with a message that is made already. */
    Response fault(Optional<CodeState> live, FormMessage message) {
        return page(form().setError(message.getMessage(), message.getParameters()), live);
    }

    /** No code has been sent to the address yet, and nobody is at fault: says when one can be. */
    Response notSentYet() {
        FormMessage why =
                request.journey()
                        .refusal()
                        .map(tooSoon -> new SendRefusal(request, tooSoon))
                        .filter(refusal -> !refusal.isOver())
                        .map(SendRefusal::ofTheFirst)
                        .orElseGet(
                                () ->
                                        new FormMessage(
                                                null,
                                                CodeNotice.NOT_SENT_YET.messageKey(),
                                                request.displayedAddress()));
        return page(
                form().setInfo(why.getMessage(), why.getParameters())
                        .setAttribute("notSentYet", true),
                Optional.empty());
    }

    /**
     * How many seconds a code has left when its mail is late: two minutes after it was sent, or
     * halfway through a life that is shorter.
     */
    private long lateSeconds() {
        Duration life = request.settings().life();
        return Math.max(life.minus(LATE).toSeconds(), life.toSeconds() / 2);
    }

    private LoginFormsProvider form() {
        return request.context().form();
    }

    private Response page(LoginFormsProvider form, Optional<CodeState> live) {
        Map<String, String> smtp = request.realm().getSmtpConfig();
        form.setAttribute("address", request.displayedAddress())
                .setAttribute("formAction", request.route().codePage().toString())
                .setAttribute("senderAddress", smtp.getOrDefault("from", ""))
                .setAttribute("senderName", smtp.getOrDefault("fromDisplayName", ""))
                .setAttribute("codeLive", live.isPresent())
                .setAttribute(
                        "backUrl",
                        request.mayChangeAddress()
                                ? request.route().changeAddressPage().toString()
                                : null);
        request.purpose().describe(form);
        live.ifPresent(
                state ->
                        form.setAttribute("ends", request.endTime(state.expires()))
                                .setAttribute("secondsLeft", request.secondsUntil(state.expires()))
                                .setAttribute("lateSeconds", lateSeconds()));
        return form.createForm("portal-confirm-email.ftl");
    }
}
