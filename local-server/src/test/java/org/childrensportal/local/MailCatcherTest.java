package org.childrensportal.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The mail catcher")
class MailCatcherTest {

    @Test
    @DisplayName("has every mail once, in the order of arrival, whoever it is for")
    void order() throws MessagingException, InterruptedException {
        try (MailCatcher mail = MailCatcher.start(0)) {
            ServerSetup setup =
                    new ServerSetup(mail.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
            for (String subject : List.of("ann 1", "bob 1", "ann 2", "cem 1", "bob 2")) {
                GreenMailUtil.sendTextEmail(
                        subject.substring(0, 3) + "@example.test",
                        "portal@example.test",
                        subject,
                        "text",
                        setup);
            }
            assertThat(mail.await(4).getSubject()).isEqualTo("bob 2");
            assertThat(mail.mails().stream().map(MailCatcherTest::subject))
                    .containsExactly("ann 1", "bob 1", "ann 2", "cem 1", "bob 2");
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
