package org.childrensportal.keycloak.emailcode;

import jakarta.ws.rs.core.MultivaluedMap;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.childrensportal.keycloak.database.JpaCodeStore;
import org.childrensportal.keycloak.database.JpaRateLimitStore;
import org.childrensportal.keycloak.database.KeycloakClock;
import org.childrensportal.keycloak.database.OwnTransaction;
import org.childrensportal.keycloak.database.RealmKey;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.emailcode.CodeSettings;
import org.childrensportal.keycloak.domain.emailcode.CodeState;
import org.childrensportal.keycloak.domain.emailcode.EmailCodes;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.UserModel;

/** One request of the conversation about a code: all that belongs to it, each part built once. */
final class CodeRequest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Clock CLOCK = new KeycloakClock();

    private final RequiredActionContext context;
    private final RequiredActionConfigModel config;
    private final CodeSettings settings;
    private final CodeJourney journey;
    private final CodePurpose purpose;
    private final CodeRoute route;
    private EmailCodes codes;

    /** The request of {@code context}, which has a user, about the code for {@code purpose}. */
    CodeRequest(RequiredActionContext context, CodePurpose purpose) {
        this.context = context;
        this.purpose = purpose;
        this.config = CodeSettingsConfig.ofRealm(context.getRealm());
        this.settings = CodeSettingsConfig.settings(context.getRealm(), config);
        this.journey = new CodeJourney(context.getAuthenticationSession(), purpose.action());
        this.route = new CodeRoute(context, purpose.action());
    }

    RequiredActionContext context() {
        return context;
    }

    KeycloakSession session() {
        return context.getSession();
    }

    RealmModel realm() {
        return context.getRealm();
    }

    UserModel user() {
        return context.getUser();
    }

    CodeSettings settings() {
        return settings;
    }

    CodeJourney journey() {
        return journey;
    }

    CodePurpose purpose() {
        return purpose;
    }

    /** How many mails of codes the realm may have on their way from this node. */
    int mailsInProgress() {
        return CodeSettingsConfig.mailsInProgress(realm(), config);
    }

    CodeRoute route() {
        return route;
    }

    /** The client's network address, as Keycloak sees it. */
    String client() {
        return context.getConnection().getRemoteHost();
    }

    MultivaluedMap<String, String> form() {
        return context.getHttpRequest().getDecodedFormParameters();
    }

    /** The address that a code proves; only where {@link #hasAddress}. */
    String address() {
        return purpose.address().orElseThrow();
    }

    boolean hasAddress() {
        return purpose.address().isPresent();
    }

    /** The address as people read it. */
    String displayedAddress() {
        return EmailAddress.read(address()).map(EmailAddress::display).orElseGet(this::address);
    }

    boolean mayChangeAddress() {
        return purpose.mayChangeAddress();
    }

    EmailCodes codes() {
        if (codes == null) {
            OwnTransaction transaction = new OwnTransaction(session());
            codes =
                    new EmailCodes(
                            new JpaCodeStore(
                                    session(), transaction, realm().getId(), purpose::mayUse),
                            new JpaRateLimitStore(transaction, realm().getId()),
                            transaction,
                            RealmKey.seal(session(), realm()),
                            settings,
                            CLOCK,
                            RANDOM::nextInt);
        }
        return codes;
    }

    /** The code that can be entered now, if there is one. */
    Optional<CodeState> live() {
        return codes().live(user().getId(), address());
    }

    /** The same at less cost, before this request has changed anything. */
    Optional<CodeState> seen() {
        return codes().seen(user().getId(), address());
    }

    /**
     * An event of this request's user, client and IP address. It names the user by id only:
     * Keycloak 26.7 writes failures to the log, where no address is needed.
     */
    EventBuilder event(EventType type) {
        return context.getEvent().clone().event(type).user(user()).removeDetail(Details.USERNAME);
    }

    Instant now() {
        return CLOCK.instant();
    }

    /** The seconds until {@code moment}, rounded up, at least 1. */
    long secondsUntil(Instant moment) {
        return Math.max(1, Duration.between(now(), moment).plusMillis(999).toSeconds());
    }

    /** {@code moment} in the words of the person's language and the portal's time zone. */
    String endTime(Instant moment) {
        return EndTime.of(
                session().getContext().resolveLocale(user()),
                moment,
                CodeSettingsConfig.timeZone(realm(), config));
    }
}
