package org.childrensportal.benchmarks;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.childrensportal.local.MailCatcher;

/** The mail of both sides: the newest plain text that came to each address. */
final class Inbox implements AutoCloseable {

    private final MailCatcher catcher = MailCatcher.start(0);
    private final Map<String, String> newest = new ConcurrentHashMap<>();
    private final Thread reader = new Thread(this::read, "inbox");

    Inbox() {
        reader.setDaemon(true);
        reader.start();
    }

    int port() {
        return catcher.port();
    }

    boolean has(String address) {
        return newest.containsKey(address);
    }

    /** Takes the mail to {@code address} out. */
    String take(String address) {
        return newest.remove(address);
    }

    private void read() {
        try {
            for (int known = 0; true; known++) {
                MimeMessage mail = catcher.await(known);
                String text = MailCatcher.plainText(mail);
                for (Address recipient : mail.getAllRecipients()) {
                    newest.put(recipient.toString(), text);
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            // Closed: nobody waits for mail any more.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        reader.interrupt();
        catcher.close();
    }
}
