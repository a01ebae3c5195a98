package org.childrensportal.local;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server on loopback that accepts every mail and keeps it. */
public final class MailCatcher implements AutoCloseable {

    /** Eight digits, which the first part of a UUID may be too. */
    private static final Pattern CODE = Pattern.compile("(?<![\\w-])[0-9]{8}(?![\\w-])");

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final GreenMail server;

    /** In the order of their arrival, which GreenMail's mailboxes do not keep. */
    private final List<MimeMessage> arrived = new ArrayList<>();

    private MailCatcher(GreenMail server) {
        this.server = server;
        UserManager mailboxes = server.getUserManager();
        MessageDeliveryHandler everybodyHasOne = mailboxes.getMessageDeliveryHandler();
        mailboxes.setMessageDeliveryHandler(
                (mail, recipient) -> {
                    arrive(mail.getMessage());
                    return everybodyHasOne.handle(mail, recipient);
                });
    }

    private void arrive(MimeMessage mail) {
        synchronized (arrived) {
            arrived.add(mail);
            arrived.notifyAll();
        }
    }

    /** Starts the catcher on {@code port} of loopback, or on any free one if that is 0. */
    public static MailCatcher start(int port) {
        return start("127.0.0.1", port);
    }

    /** Starts the catcher where containers reach it: on every network of this machine. */
    public static MailCatcher startForContainers() {
        return start("0.0.0.0", 0);
    }

    private static MailCatcher start(String host, int port) {
        ServerSetup setup = new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP);
        GreenMail server = new GreenMail(setup);
        server.start();
        return new MailCatcher(server);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getSmtp().getPort();
    }

    /** Every mail so far, oldest first. */
    public List<MimeMessage> mails() {
        synchronized (arrived) {
            return List.copyOf(arrived);
        }
    }

    /** The mail after the first {@code known} ones; waits until it arrives. */
    public MimeMessage await(int known) throws InterruptedException {
        synchronized (arrived) {
            while (arrived.size() <= known) {
                arrived.wait();
            }
            return arrived.get(known);
        }
    }

    /** The text of a mail, HTML after plain text. */
    public static String text(MimeMessage mail) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            mail.writeTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plain text part of a mail, decoded. */
    public static String plainText(MimeMessage mail) {
        return part(mail, 0);
    }

    /** The HTML part of a mail, decoded. */
    public static String html(MimeMessage mail) {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int number) {
        try {
            Object content = mail.getContent();
            return content instanceof MimeMultipart parts
                    ? parts.getBodyPart(number).getContent().toString()
                    : content.toString();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code in a mail, if it has one. */
    public static Optional<String> code(MimeMessage mail) {
        String text = text(mail);
        Matcher matcher = CODE.matcher(text.substring(text.indexOf("\r\n\r\n")));
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** One line about a mail: to, subject, code. */
    static String summary(MimeMessage mail) throws MessagingException {
        return "Mail to %s: %s%s"
                .formatted(
                        Arrays.toString(mail.getAllRecipients()),
                        mail.getSubject(),
                        code(mail).map(code -> " - code " + code).orElse(""));
    }

    /** Saves a mail as an {@code .eml} file, named after the time and its number in this run. */
    static Path save(MimeMessage mail, Path folder, int number) throws MessagingException {
        try {
            Path file =
                    Files.createDirectories(folder)
                            .resolve(
                                    "%s-%04d.eml"
                                            .formatted(
                                                    LocalDateTime.now(ZoneId.systemDefault())
                                                            .format(STAMP),
                                                    number));
            try (OutputStream out = Files.newOutputStream(file)) {
                mail.writeTo(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
