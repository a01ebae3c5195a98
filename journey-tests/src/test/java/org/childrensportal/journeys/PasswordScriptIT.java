package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.childrensportal.keycloak.domain.password.PasswordRule;
import org.childrensportal.keycloak.domain.password.PasswordRules;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@ExtendWith(Portal.Provider.class)
@DisplayName("The password checklist in the browser")
class PasswordScriptIT {

    private static final int PASSWORDS = 10_000;
    private static final int BATCH = 1_000;
    private static final PasswordRules GUIDE = PasswordRules.ofTheGuide();

    /** What each generated password is made of: pieces that the rules tell apart. */
    private static final int[][] PIECES = {
        codePoints("abcdefghijklmnopqrstuvwxyz"),
        codePoints("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        codePoints("0123456789"),
        codePoints("_-!\"#$%&'()*+,./:;<=>?@[\\]^`{|}~"),
        codePoints("éàüßñçøžłðÅÉÀÜÑÇØŽŁĐǅʰªº"),
        codePoints("李字кирилицаКИРИЛαβγΑΒΓعربيעבריתไทยहिन्दी한국어ひらカタ"),
        codePoints("٠١٢٣४५६߀𝟘𝟙²½ⅣⅣⓐ①㊀"),
        codePoints("😀👩🏽🇬🇧❤€£¥©®™±×÷¬¦§°"),
        {0x0300, 0x0301, 0x0308, 0x20D0, 0x093E, 0xFE0F, 0x20E3},
        {
            ' ', '\t', '\n', '\r', 0x0B, 0x0C, 0x85, 0xA0, 0x1680, 0x2000, 0x2003, 0x200A, 0x2028,
            0x2029, 0x202F, 0x205F, 0x3000
        },
        {0x00, 0x01, 0x1B, 0x7F, 0x80, 0x9F, 0x200B, 0x200D, 0x202E, 0xFEFF, 0x00AD, 0xE0001},
        {0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFFFE, 0xFFFF, 0x10FFFF, 0x0378},
        {0x24B6, 0x1F130, 0x2160, 0x00AA, 0x1D400, 0x1D41A, 0x10400, 0x10428, 0x1E900}
    };

    private final Portal portal;

    PasswordScriptIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("gives the server's verdict on 10,000 passwords, every rule of every one")
    void agrees() {
        List<String> rules = Arrays.stream(PasswordRule.values()).map(PasswordRule::id).toList();
        List<Integer> numbers =
                Arrays.stream(PasswordRule.values()).map(PasswordRule::standard).toList();
        List<int[]> passwords = passwords();
        assertEveryRuleIsKeptAndBrokenOften(passwords);
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(portal.authorization(""));
            for (int from = 0; from < passwords.size(); from += BATCH) {
                List<int[]> batch = passwords.subList(from, from + BATCH);
                Object verdicts =
                        browser.driver()
                                .executeAsyncScript(
                                        """
                                        const [script, passwords, rules, numbers, done] = arguments;
                                        import(script).then(({ keeps }) => done(passwords.map((points) => {
                                          const password = String.fromCodePoint(...points);
                                          return rules.filter((rule, i) => !keeps(rule, numbers[i], password));
                                        })));
                                        """,
                                        script(),
                                        batch.stream().map(PasswordScriptIT::boxed).toList(),
                                        rules,
                                        numbers);
                assertThat(verdicts)
                        .isEqualTo(
                                batch.stream().map(PasswordScriptIT::brokenOnTheServer).toList());
            }
        }
    }

    @Test
    @DisplayName("ticks lines while somebody types, and says when both passwords are the same")
    void ticks() {
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(portal.authorization("&prompt=create"));
            browser.type("firstName", "Ann");
            browser.type("lastName", "Lee");
            browser.click(By.cssSelector("input[name=professional][value=false] + label"));
            browser.next();
            assertThat(browser.count(".portal-rule--kept")).isZero();
            browser.type("password", "abc1");
            assertThat(browser.kept())
                    .containsExactly("letter", "allowed-characters", "starts-with-letter", "digit");
            assertThat(browser.count(".govuk-error-message")).isZero();
            browser.type("password", Registration.PASSWORD);
            assertThat(browser.kept()).hasSize(7);
            browser.await(
                    "[data-password-status]", "The password meets every requirement in the list.");
            browser.type("password-confirm", Registration.PASSWORD.substring(1));
            assertThat(browser.text(".portal-match")).isEmpty();
            browser.type("password-confirm", Registration.PASSWORD);
            assertThat(browser.text(".portal-match")).isEqualTo("Both passwords are the same.");
        }
    }

    private static void assertEveryRuleIsKeptAndBrokenOften(List<int[]> passwords) {
        for (PasswordRule rule : PasswordRule.values()) {
            long broken =
                    passwords.stream()
                            .filter(password -> brokenOnTheServer(password).contains(rule.id()))
                            .count();
            assertThat(broken).as(rule.id()).isBetween(PASSWORDS / 20L, PASSWORDS * 19L / 20);
        }
    }

    /** The address of the module that the pages load. */
    private String script() {
        return Registration.accountPage(portal)
                .document()
                .select("script[src$=portal.js]")
                .first()
                .absUrl("src")
                .replace("portal.js", "password-rules.js");
    }

    private static List<String> brokenOnTheServer(int[] password) {
        return GUIDE.broken(text(password)).stream().map(PasswordRule::id).toList();
    }

    private static List<int[]> passwords() {
        Random random = new Random(20261124);
        List<int[]> passwords = new ArrayList<>();
        for (int length : new int[] {0, 1, 13, 14, 127, 128, 129}) {
            passwords.add(IntStream.concat(codePoint('A'), fill('1', length - 1)).toArray());
            passwords.add(fill(0x1F600, length).toArray());
            passwords.add(fill(0x0301, length).toArray());
        }
        while (passwords.size() < PASSWORDS) {
            passwords.add(password(random));
        }
        return passwords;
    }

    /** Of a few kinds of pieces, so that each rule is kept and broken often. */
    private static int[] password(Random random) {
        int[] lengths = {3, 12, 13, 14, 15, 20, 128, 129};
        int[] kinds = random.ints(1 + random.nextInt(5), 0, PIECES.length).toArray();
        return random.ints(lengths[random.nextInt(lengths.length)], 0, Integer.MAX_VALUE)
                .map(
                        number -> {
                            int[] piece = PIECES[kinds[number % kinds.length]];
                            return piece[(number >>> 4) % piece.length];
                        })
                .toArray();
    }

    private static IntStream codePoint(int codePoint) {
        return IntStream.of(codePoint);
    }

    private static IntStream fill(int codePoint, int length) {
        return IntStream.generate(() -> codePoint).limit(Math.max(0, length));
    }

    private static int[] codePoints(String text) {
        return text.codePoints().toArray();
    }

    private static String text(int[] codePoints) {
        return new String(codePoints, 0, codePoints.length);
    }

    private static List<Integer> boxed(int[] codePoints) {
        return Arrays.stream(codePoints).boxed().toList();
    }
}
