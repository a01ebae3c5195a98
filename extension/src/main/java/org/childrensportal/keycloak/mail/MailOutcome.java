package org.childrensportal.keycloak.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.keycloak.email.EmailException;
import org.keycloak.events.Errors;

/** What is known about a mail after it was handed to the mail server, or was not. */
public enum MailOutcome {
    /** The mail server took it. */
    SENT(""),
    /** The mail server certainly did not take it; it may take it later. */
    NOT_SENT(Errors.EMAIL_SEND_FAILED),
    /** The mail server refuses the address for good. */
    ADDRESS_REFUSED("portal_address_refused"),
    /** Nobody knows: the connection broke or went silent after the mail had begun to be sent. */
    UNKNOWN("portal_mail_outcome_unknown");

    private static final int PERMANENT = 500;
    private static final int MAILBOX_FULL = 552;

    private final String eventError;

    MailOutcome(String eventError) {
        this.eventError = eventError;
    }

    /** The error of the event, for administrators. */
    public String eventError() {
        return eventError;
    }

    /** What is known after sending has failed with {@code failure}. */
    public static MailOutcome of(EmailException failure) {
        return Stream.iterate(next(failure), t -> t != null, MailOutcome::next)
                .map(MailOutcome::verdict)
                .filter(verdict -> verdict != UNKNOWN)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Jakarta Mail keeps what the server said of an address beside the cause, not below it. */
    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : failure.getCause();
    }

    private static MailOutcome verdict(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            int code = address.getReturnCode();
            return code >= PERMANENT && code != MAILBOX_FULL ? ADDRESS_REFUSED : NOT_SENT;
        }
        boolean certainlyNotSent =
                failure instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0
                        // The mail sender of Keycloak 26.7 wraps what went wrong while it
                        // connected.
                        || failure instanceof EmailException
                        || failure instanceof MailConnectException
                        || failure instanceof ConnectException
                        || failure instanceof UnknownHostException
                        || failure instanceof AuthenticationFailedException
                        || failure instanceof SSLException;
        return certainlyNotSent ? NOT_SENT : UNKNOWN;
    }
}
