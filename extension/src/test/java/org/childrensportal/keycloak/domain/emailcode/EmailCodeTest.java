package org.childrensportal.keycloak.domain.emailcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A code")
class EmailCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "12345678", "99999999"})
    @DisplayName("is eight digits, which it never shows")
    void digits(String digits) {
        EmailCode code = new EmailCode(digits);
        assertThat(code.digits()).isEqualTo(digits);
        assertThat(code.toString()).isEqualTo("EmailCode[digits=hidden]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1234567", "123456789", "1234567x", " 12345678", "\u0661234567\u0668"})
    @DisplayName("is nothing else, and what was given for one is not repeated")
    void none(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmailCode(text))
                .withMessage("a code has 8 digits");
    }

    @Test
    @DisplayName("is any of a hundred million, zeros first")
    void range() {
        int[] bound = new int[1];
        IssueResult result =
                codes(
                                asked -> {
                                    bound[0] = asked;
                                    return 42;
                                })
                        .issue("ann", "ann@example.com", "192.0.2.1");
        assertThat(((IssueResult.Issued) result).code().digits()).isEqualTo("00000042");
        assertThat(bound[0]).isEqualTo(100_000_000);
    }

    @Test
    @DisplayName("that was compared is in the log at TRACE by its id, and its digits are not")
    void logged() {
        EmailCodes codes = codes(asked -> 42);
        IssueResult.Issued issued =
                (IssueResult.Issued) codes.issue("ann", "ann@example.com", "192.0.2.1");
        List<String> lines = new ArrayList<>();
        Logger log = Logger.getLogger(EmailCodes.class.getName());
        Handler handler = new Lines(lines);
        log.addHandler(handler);
        log.setLevel(Level.FINER);
        try {
            codes.guess("ann", "ann@example.com", "192.0.2.1", new EmailCode("12345678"));
            codes.guess("ann", "bob@example.com", "192.0.2.1", new EmailCode("12345678"));
        } finally {
            log.removeHandler(handler);
            log.setLevel(null);
        }
        assertThat(lines)
                .containsExactly("Compared a guess with code " + issued.state().codeId())
                .noneMatch(line -> line.contains("12345678") || line.contains("00000042"));
    }

    private static EmailCodes codes(IntUnaryOperator random) {
        return new EmailCodes(
                new MapCodeStore(),
                new ListRateLimitStore(),
                Supplier::get,
                new CodeSeal(new SecretKeySpec(new byte[32], "HmacSHA256"), "key"),
                CodeSettings.DEFAULTS,
                new MovableClock(),
                random);
    }

    /** Keeps what is logged. */
    private static final class Lines extends Handler {

        private final List<String> lines;

        Lines(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
