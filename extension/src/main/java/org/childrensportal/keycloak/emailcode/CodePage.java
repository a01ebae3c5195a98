package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.childrensportal.keycloak.claim.AddressClaim;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.emailcode.CodeState;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Step 3, <em>Confirm your e-mail</em>, and the small page that changes the address. */
final class CodePage {

    /** Field, and query parameter of the page that changes the address. */
    static final String STEP = "step";

    static final String ADDRESS_STEP = "address";
    private static final String CODE_STEP = "code";
    static final String CODE_FIELD = "code";
    static final String ADDRESS_FIELD = "email";

    private final RequiredActionContext context;
    private final CodeJourney journey;

    CodePage(RequiredActionContext context) {
        this.context = context;
        this.journey = new CodeJourney(context.getAuthenticationSession());
    }

    /** Whether the request asks for the page that changes the address. */
    boolean isAddressRequested() {
        return ADDRESS_STEP.equals(context.getUriInfo().getQueryParameters().getFirst(STEP));
    }

    /** The address that a code proves. */
    String claimedAddress() {
        return new AddressClaim(context.getUser()).address().orElseThrow();
    }

    Response plain(Optional<CodeState> live) {
        return page(context.form(), live);
    }

    Response success(Optional<CodeState> live, String messageKey) {
        return page(context.form().setSuccess(messageKey), live);
    }

    Response error(Optional<CodeState> live, String messageKey, Object... parameters) {
        return page(
                context.form().addError(new FormMessage(CODE_FIELD, messageKey, parameters)), live);
    }

    /** A fault that no field is to blame for. */
    Response fault(Optional<CodeState> live, String messageKey, Object... parameters) {
        return page(context.form().setError(messageKey, parameters), live);
    }

    /**
     * Whether the request is a form of these pages. Keycloak's own form addresses work once only,
     * and the browser's Back button shows pages that it kept.
     */
    boolean isSentToItsAddress() {
        var query = context.getUriInfo().getQueryParameters();
        return "POST".equals(context.getHttpRequest().getHttpMethod())
                && query.containsKey(STEP)
                && !query.containsKey(LoginActionsService.SESSION_CODE);
    }

    /** No code has been sent to the address yet, through no fault of anybody; says when it can. */
    Response notSentYet() {
        FormMessage why =
                journey.refusal()
                        .map(tooSoon -> new SendRefusal(context, new KeycloakClock(), tooSoon))
                        .filter(refusal -> !refusal.isOver())
                        .map(refusal -> refusal.ofTheFirst(displayedAddress()))
                        .orElseGet(
                                () ->
                                        new FormMessage(
                                                null, "portalCodeNotYet", displayedAddress()));
        return page(
                context.form()
                        .setInfo(why.getMessage(), why.getParameters())
                        .setAttribute("notSentYet", true),
                Optional.empty());
    }

    /** The address as people read it. */
    String displayedAddress() {
        return EmailAddress.read(claimedAddress())
                .map(EmailAddress::display)
                .orElseGet(this::claimedAddress);
    }

    private Response page(LoginFormsProvider form, Optional<CodeState> live) {
        Map<String, String> smtp = context.getRealm().getSmtpConfig();
        form.setAttribute("address", displayedAddress())
                .setAttribute("formAction", address(CODE_STEP).toString())
                .setAttribute("senderAddress", smtp.getOrDefault("from", ""))
                .setAttribute("senderName", smtp.getOrDefault("fromDisplayName", ""))
                .setAttribute("codeLive", live.isPresent())
                .setAttribute(
                        "backUrl",
                        AddressChange.isAllowed(context) ? address(ADDRESS_STEP).toString() : null);
        live.ifPresent(
                state ->
                        form.setAttribute(
                                        "ends",
                                        EndTime.of(
                                                context,
                                                state.expires(),
                                                CodeSettingsConfig.timeZone(context.getConfig())))
                                .setAttribute(
                                        "secondsLeft",
                                        secondsUntil(
                                                state.expires(), new KeycloakClock().instant())));
        return form.createForm("portal-confirm-email.ftl");
    }

    /** The page that changes the address, with what was typed. */
    Response changeAddress(String typed, FormMessage... errors) {
        LoginFormsProvider form =
                context.form()
                        .setAttribute("address", typed)
                        .setAttribute("formAction", address(ADDRESS_STEP).toString())
                        .setAttribute(
                                "backUrl",
                                journey.wasAsked() ? address(CODE_STEP).toString() : null);
        for (FormMessage error : errors) {
            form.addError(error);
        }
        return form.createForm("portal-change-address.ftl");
    }

    /** Sends the browser to the code page, when what the person did is to be committed first. */
    Response redirect() {
        return Response.status(Response.Status.FOUND).location(address(CODE_STEP)).build();
    }

    private URI address(String step) {
        AuthenticationSessionModel session = context.getAuthenticationSession();
        return LoginActionsService.requiredActionProcessor(context.getUriInfo())
                .queryParam(Constants.EXECUTION, VerifyEmailCodeFactory.ID)
                .queryParam(Constants.CLIENT_ID, session.getClient().getClientId())
                .queryParam(Constants.TAB_ID, session.getTabId())
                .queryParam(
                        Constants.CLIENT_DATA,
                        AuthenticationProcessor.getClientData(context.getSession(), session))
                .queryParam(STEP, step)
                .build(context.getRealm().getName());
    }

    /** The seconds from {@code now} to {@code next}, rounded up, at least 1. */
    static long secondsUntil(Instant next, Instant now) {
        return Math.max(1, Duration.between(now, next).plusMillis(999).toSeconds());
    }
}
