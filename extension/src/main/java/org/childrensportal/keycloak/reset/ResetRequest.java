package org.childrensportal.keycloak.reset;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.childrensportal.keycloak.database.JpaRateLimitStore;
import org.childrensportal.keycloak.database.KeycloakClock;
import org.childrensportal.keycloak.database.RealmKey;
import org.childrensportal.keycloak.device.KnownDevice;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.limit.ClientNetwork;
import org.childrensportal.keycloak.domain.limit.LimitedSubject;
import org.childrensportal.keycloak.domain.limit.Permit;
import org.childrensportal.keycloak.mail.MailOutcome;
import org.childrensportal.keycloak.mail.MailRecipient;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.email.EmailException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.Event;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.utils.StringUtil;

/**
 * Work after the answer to somebody who has asked for a link to choose a new password. Everything
 * that depends on the account happens here.
 */
final class ResetRequest implements Runnable {

    private final KeycloakSessionFactory factory;
    private final AskedAccount asked;
    private final ResetMail mail;
    private final Event event;
    private final Optional<String> device;

    /**
     * @param event the request's, to be written for administrators
     * @param device what the browser sent to show whom it knows
     */
    ResetRequest(
            KeycloakSessionFactory factory,
            AskedAccount asked,
            ResetMail mail,
            Event event,
            Optional<String> device) {
        this.factory = factory;
        this.asked = asked;
        this.mail = mail;
        this.event = event;
        this.device = device;
    }

    static ResetRequest of(AuthenticationFlowContext context, AskedAccount asked) {
        return new ResetRequest(
                context.getSession().getKeycloakSessionFactory(),
                asked,
                ResetMail.of(context),
                context.getEvent().clone().getEvent(),
                KnownDevice.sent(context.getSession()));
    }

    /**
     * In three transactions. None is open while the mail server answers: each would keep a database
     * connection for that long, and a mail server that hangs would take them from every realm.
     */
    @Override
    public void run() {
        inRealm(this::allow)
                .ifPresent(
                        allowed ->
                                inRealm(session -> send(session, allowed))
                                        .ifPresent(
                                                sent -> inRealm(session -> tell(session, sent))));
    }

    /**
     * What {@code work} comes to; nothing if the realm or the application was removed meanwhile.
     */
    private <T> Optional<T> inRealm(Function<KeycloakSession, Optional<T>> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                factory,
                session -> {
                    RealmModel realm = session.realms().getRealm(event.getRealmId());
                    ClientModel client =
                            realm == null ? null : realm.getClientByClientId(event.getClientId());
                    if (client == null) {
                        return Optional.empty();
                    }
                    session.getContext().setRealm(realm);
                    session.getContext().setClient(client);
                    return work.apply(session);
                });
    }

    /** Whom to mail, unless there is a reason not to. */
    private Optional<Allowed> allow(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        Optional<UserModel> user = asked.find(session, realm);
        Optional<String> refusal = refusal(user);
        if (refusal.isPresent()) {
            EventBuilder refused = event(session, EventType.RESET_PASSWORD);
            user.ifPresent(refused::user);
            refused.detail(Details.USERNAME, asked.name()).error(refusal.get());
            return Optional.empty();
        }
        Optional<Permit.Granted> permit = permit(session, realm, user.orElseThrow());
        if (permit.isEmpty()) {
            event(session, EventType.SEND_RESET_PASSWORD)
                    .user(user.get())
                    .error(ResetError.TOO_MANY_MAILS.eventError());
        }
        MailRecipient.fetch(user.get());
        return permit.map(granted -> new Allowed(user.get().getId(), granted.id()));
    }

    /** Why nobody is mailed, in Keycloak's words. */
    private static Optional<String> refusal(Optional<UserModel> user) {
        if (user.isEmpty()) {
            return Optional.of(Errors.USER_NOT_FOUND);
        }
        if (!user.get().isEnabled()) {
            return Optional.of(Errors.USER_DISABLED);
        }
        // An address that is not confirmed belongs to nobody yet. Its owner would come into an
        // account that somebody else has made, and can still sign in to.
        return StringUtil.isBlank(user.get().getEmail()) || !user.get().isEmailVerified()
                ? Optional.of(Errors.INVALID_EMAIL)
                : Optional.empty();
    }

    /** Reads realm and account from Keycloak's caches, to which they have just been read. */
    private Optional<Sent> send(KeycloakSession session, Allowed allowed) {
        return Optional.ofNullable(
                        session.users()
                                .getUserById(session.getContext().getRealm(), allowed.userId()))
                .map(user -> new Sent(allowed, user.getEmail(), send(session, user)));
    }

    private MailOutcome send(KeycloakSession session, UserModel user) {
        try {
            mail.send(session, user);
            return MailOutcome.SENT;
        } catch (EmailException e) {
            // The mail sender of Keycloak 26.7 has logged the exception.
            return MailOutcome.of(e);
        }
    }

    private Optional<Sent> tell(KeycloakSession session, Sent sent) {
        EventBuilder sending =
                event(session, EventType.SEND_RESET_PASSWORD).user(sent.to().userId());
        if (sent.outcome() == MailOutcome.SENT) {
            sending.detail(Details.EMAIL, sent.address()).success();
            return Optional.of(sent);
        }
        if (sent.outcome() != MailOutcome.UNKNOWN) {
            new JpaRateLimitStore(session, event.getRealmId()).giveBack(sent.to().permitId());
        }
        sending.error(Errors.EMAIL_SEND_FAILED);
        return Optional.of(sent);
    }

    /**
     * By the limits of the browser if the account has signed in from it, and otherwise by those of
     * strangers.
     */
    private Optional<Permit.Granted> permit(
            KeycloakSession session, RealmModel realm, UserModel user) {
        ResetLimits limits = new ResetLimits(RealmKey.seal(session, realm));
        List<LimitedSubject> subjects =
                KnownDevice.of(session, realm, user, device)
                        .map(known -> limits.ofDevice(user.getId(), known))
                        .orElseGet(
                                () ->
                                        limits.ofStranger(
                                                mailbox(user),
                                                ClientNetwork.of(event.getIpAddress())));
        return new JpaRateLimitStore(session, realm.getId())
                                .request(subjects, new KeycloakClock().instant())
                        instanceof Permit.Granted granted
                ? Optional.of(granted)
                : Optional.empty();
    }

    private static String mailbox(UserModel user) {
        return EmailAddress.read(user.getEmail())
                .map(EmailAddress::mailbox)
                .orElseGet(user::getEmail);
    }

    /** The request's event, of another type, in another session. */
    private EventBuilder event(KeycloakSession session, EventType type) {
        EventBuilder built =
                new EventBuilder(session.getContext().getRealm(), session)
                        .event(type)
                        .client(event.getClientId())
                        .ipAddress(event.getIpAddress());
        if (event.getDetails() != null) {
            event.getDetails().forEach(built::detail);
        }
        return built.removeDetail(Details.USERNAME);
    }

    /**
     * A mail that may be sent.
     *
     * @param userId of the account
     * @param permitId of the permit that is used up by it
     */
    private record Allowed(String userId, String permitId) {}

    /**
     * What became of a mail.
     *
     * @param address where it went
     */
    private record Sent(Allowed to, String address, MailOutcome outcome) {}
}
