package org.childrensportal.servers;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.childrensportal.local.MailCatcher;
import org.childrensportal.people.Await;

/** What people find in their mail. */
public final class Mailbox implements AutoCloseable {

    /** What is in the address of a page for a new password. */
    private static final String LINK = "action-token";

    private final MailCatcher mail;

    /** One at any port that is free. */
    public Mailbox() {
        this(0);
    }

    /** One at this port of loopback. */
    Mailbox(int port) {
        this(MailCatcher.start(port));
    }

    private Mailbox(MailCatcher mail) {
        this.mail = mail;
    }

    /** One that containers reach, too. */
    static Mailbox forContainers() {
        return new Mailbox(MailCatcher.startForContainers());
    }

    /** Where mail is sent to. */
    public int port() {
        return mail.port();
    }

    /** How many mails have come so far, to anybody. */
    public int count() {
        return mail.mails().size();
    }

    /** Every mail so far, oldest first: its subject, its plain text, and its HTML. */
    public List<String> everyMail() {
        return mail.mails().stream()
                .map(
                        sent ->
                                subject(sent)
                                        + "\n"
                                        + MailCatcher.plainText(sent)
                                        + "\n"
                                        + MailCatcher.html(sent))
                .toList();
    }

    private static String subject(MimeMessage sent) {
        try {
            return sent.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many mails have come to {@code address}. */
    public int countFor(String address) {
        return mailsTo(address).size();
    }

    /** How many mails have come to {@code address} that have no link to a new password. */
    public int countWithoutLinkFor(String address) {
        return (int)
                mailsTo(address).stream()
                        .filter(sent -> !MailCatcher.plainText(sent).contains(LINK))
                        .count();
    }

    /** The code in the newest mail to {@code address}. */
    String codeFor(String address) {
        return MailCatcher.code(newestFor(address)).orElseThrow();
    }

    /** The plain text of the newest mail to {@code address}. */
    public String newestTextFor(String address) {
        return MailCatcher.plainText(newestFor(address));
    }

    /** The HTML of the newest mail to {@code address}. */
    public String newestHtmlFor(String address) {
        return MailCatcher.html(newestFor(address));
    }

    /** The subject of the newest mail to {@code address}. */
    public String newestSubjectFor(String address) {
        return subject(newestFor(address));
    }

    /** The link to a new password that was mailed to {@code address}, or is still on its way. */
    public String linkFor(String address) {
        await(address, "a link", () -> newestTextFor(address).contains(LINK));
        Matcher link =
                Pattern.compile("https?://\\S+").matcher(MailCatcher.plainText(newestFor(address)));
        if (!link.find()) {
            throw new AssertionError("no link was mailed to " + address);
        }
        return link.group();
    }

    /** The way back from a change of address, in the newest mail to {@code address}. */
    public String wayBackFor(String address) {
        Matcher link =
                Pattern.compile("https?://\\S+/portal-way-back\\S+")
                        .matcher(newestTextFor(address));
        if (!link.find()) {
            throw new AssertionError("no way back was mailed to " + address);
        }
        return link.group();
    }

    /** Waits until the newest mail to {@code address} has the subject: it is on its way. */
    public void awaitSubject(String address, String subject) {
        await(address, subject, () -> newestSubjectFor(address).equals(subject));
    }

    private void await(String address, String what, BooleanSupplier come) {
        Await.until(
                what + " is mailed to " + address,
                () -> countFor(address) > 0 && come.getAsBoolean());
    }

    /** Every code that was ever mailed. */
    public List<String> codes() {
        return mail.mails().stream().flatMap(sent -> MailCatcher.code(sent).stream()).toList();
    }

    /** Whether anything was mailed to {@code address}. */
    public boolean isAnythingFor(String address) {
        return newest(address).isPresent();
    }

    private MimeMessage newestFor(String address) {
        return newest(address)
                .orElseThrow(() -> new AssertionError("nothing was mailed to " + address));
    }

    /** What is asked for has mostly just come. */
    private Optional<MimeMessage> newest(String address) {
        List<MimeMessage> mails = mail.mails();
        return IntStream.rangeClosed(1, mails.size())
                .mapToObj(back -> mails.get(mails.size() - back))
                .filter(sent -> isTo(address, sent))
                .findFirst();
    }

    private static boolean isTo(String address, MimeMessage sent) {
        return MailCatcher.text(sent).contains("To: " + address);
    }

    private List<MimeMessage> mailsTo(String address) {
        return mail.mails().stream().filter(sent -> isTo(address, sent)).toList();
    }

    /** To whom mails went, once for each mail, in the order of their arrival. */
    public List<String> recipients() {
        return mail.mails().stream().flatMap(Mailbox::recipients).toList();
    }

    private static Stream<String> recipients(MimeMessage sent) {
        try {
            return Stream.of(sent.getAllRecipients()).map(Address::toString);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mail.close();
    }
}
