package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody registers a confirmed person's address with a guess at that person's password, and signs
 * in with the guess: what he made and the person's account are compared with it.
 */
@ExtendWith(Portal.Provider.class)
@DisplayName("A guess at somebody's password by way of a claim on the address")
class GuessByClaimIT {

    private static final String GUESS = "Guess-Horse-9-battery";
    private static final String OTHER_GUESS = "Guess-Mule-9-battery";
    private static final String WRONG = "Wrong-Horse-9-battery";
    private static final int FAILURES_TO_LOCK = 10;

    /** Longer than what Keycloak takes for a robot. */
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private static final Duration PAUSE_BETWEEN_CODES = Duration.ofSeconds(61);

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "guessed-" + UUID.randomUUID() + "@example.com";
    private Duration ahead = Duration.ZERO;
    private String owner;

    GuessByClaimIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void confirmed() {
        owner = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(owner, true);
    }

    @Test
    @DisplayName(
            "is counted for that person, and an event names them, though it signs in to the claim")
    void counted() {
        String claim = claim(GUESS);
        for (int tries = 1; tries <= 3; tries++) {
            assertThat(signIn(GUESS).heading()).isEqualTo("Confirm your email");
            admin.people().awaitFailures(owner, tries);
            assertThat(wrongPasswords(owner)).isEqualTo(tries);
        }
        assertThat(admin.people().failures(claim)).isZero();
        assertThat(wrongPasswords(claim)).isZero();
    }

    @Test
    @DisplayName("locks the account after as many as plain ones do")
    void locks() {
        claim(GUESS);
        String plain = admin.people().createUser("plain-" + address, Registration.PASSWORD);
        admin.people().setEmailVerified(plain, true);
        for (int tries = 1; tries <= FAILURES_TO_LOCK; tries++) {
            assertThat(admin.people().isLocked(owner)).isFalse();
            assertThat(admin.people().isLocked(plain)).isFalse();
            signIn(GUESS);
            portal.signIn().submit(Map.of("username", "plain-" + address, "password", GUESS));
            admin.people().awaitFailures(owner, tries);
            admin.people().awaitFailures(plain, tries);
        }
        assertThat(admin.people().isLocked(owner)).isTrue();
        assertThat(admin.people().isLocked(plain)).isTrue();
        assertThat(signIn(Registration.PASSWORD).errors())
                .containsExactly("The email address or the password is not right");
        assertThat(signIn(GUESS).heading()).isEqualTo("Confirm your email");
        assertThat(admin.people().failures(owner)).isEqualTo(FAILURES_TO_LOCK);
    }

    @Test
    @DisplayName(
            "is not what a broken form of another page is, whoever was named in this tab before")
    void otherForms() {
        Page named = portal.signIn().submit(Map.of("username", address, "password", WRONG));
        admin.people().awaitFailures(owner, 1);
        Page register = named.follow("a[href*=registration]");
        for (int form = 0; form < FAILURES_TO_LOCK; form++) {
            assertThat(register.submit(Map.of()).errors()).isNotEmpty();
        }
        Page reset = portal.signIn().follow("a[href*=reset-credentials]");
        reset = reset.submit(Map.of("username", address)).follow("a[href*=reset-credentials]");
        for (int form = 0; form < FAILURES_TO_LOCK; form++) {
            reset = reset.submit(Map.of("username", ""));
            assertThat(reset.errors()).isNotEmpty();
        }
        assertThat(signIn(Registration.PASSWORD).address()).hasParameter("code");
        assertThat(wrongPasswords(owner)).isEqualTo(1);
    }

    @Test
    @DisplayName("that is right gets no further than a plain one once the account is locked")
    void rightGuessTooLate() {
        claim(Registration.PASSWORD);
        for (int tries = 1; tries <= FAILURES_TO_LOCK; tries++) {
            signIn(WRONG);
            admin.people().awaitFailures(owner, tries);
        }
        assertThat(signIn(Registration.PASSWORD).errors())
                .as("the claim is locked as well: wrong passwords were compared with its own")
                .containsExactly("The email address or the password is not right");
        claimNow(Registration.PASSWORD);
        assertThat(signIn(Registration.PASSWORD).heading()).isEqualTo("Confirm your email");
        assertThat(admin.people().sessions(owner)).isEqualTo("[]");
    }

    @Test
    @DisplayName("is counted once for the account and once for each claim that it is wrong for")
    void everybody() {
        String first = claim(GUESS);
        String second = claim(OTHER_GUESS);
        assertThat(signIn(WRONG).errors())
                .containsExactly("The email address or the password is not right");
        assertCounted(1, 1, 1, first, second);
        assertThat(signIn(GUESS).heading()).isEqualTo("Confirm your email");
        assertCounted(2, 1, 2, first, second);
        assertThat(signIn(OTHER_GUESS).heading()).isEqualTo("Confirm your email");
        assertCounted(3, 1, 2, first, second);
        assertThat(signIn(Registration.PASSWORD).address()).hasParameter("code");
        assertCounted(0, 1, 2, first, second);
        assertThat(wrongPasswords(owner)).isEqualTo(3);
    }

    private void assertCounted(
            int owners, int firsts, int seconds, String firstClaim, String secondClaim) {
        admin.people().awaitFailures(owner, owners);
        admin.people().awaitFailures(firstClaim, firsts);
        admin.people().awaitFailures(secondClaim, seconds);
        assertThat(wrongPasswords(firstClaim)).isEqualTo(firsts);
        assertThat(wrongPasswords(secondClaim)).isEqualTo(seconds);
    }

    @Test
    @DisplayName("is counted for a disabled account, too")
    void disabled() {
        claim(GUESS);
        admin.people().disable(owner);
        signIn(GUESS);
        admin.people().awaitFailures(owner, 1);
        assertThat(wrongPasswords(owner)).isEqualTo(1);
    }

    @Test
    @DisplayName("is compared no more often in parallel than it is counted")
    void parallel() {
        claim(GUESS);
        Crowd.atOnce(Collections.nCopies(20, () -> signInWithoutPause(GUESS)));
        assertThat(wrongPasswords(owner)).isBetween(1, FAILURES_TO_LOCK);
        admin.people().awaitFailures(owner, wrongPasswords(owner));
    }

    @Test
    @DisplayName("at the page where somebody signs in again, signs in to no claim and is counted")
    void again() {
        Page in = Registration.signIn(portal, portal.browser(), address);
        assertThat(in.address()).hasParameter("code");
        claim(GUESS);
        Page again = in.browser().get(portal.authorization("&prompt=login"));
        Page refused = again.submit(Map.of("username", address, "password", GUESS));
        assertThat(refused.errors())
                .containsExactly("The email address or the password is not right");
        admin.people().awaitFailures(owner, 1);
        later(BETWEEN_TRIES);
        assertThat(refused.submit(Map.of("password", Registration.PASSWORD)).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("of the owner leads to the owner's account, not to a claim with the same password")
    void samePassword() {
        claim(Registration.PASSWORD);
        assertThat(signIn(Registration.PASSWORD).address()).hasParameter("code");
    }

    /** Somebody registers the address with {@code password}; answers the pending account's id. */
    private String claim(String password) {
        later(PAUSE_BETWEEN_CODES);
        return claimNow(password);
    }

    private String claimNow(String password) {
        List<String> before = admin.people().pendingIds(address);
        Page page =
                Registration.accountPage(portal)
                        .submit(
                                Map.of(
                                        "email", address,
                                        "password", password,
                                        "password-confirm", password));
        assertThat(page.heading()).isEqualTo("Confirm your email");
        return admin.people().pendingIds(address).stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
    }

    private Page signIn(String password) {
        later(BETWEEN_TRIES);
        return signInWithoutPause(password);
    }

    private Page signInWithoutPause(String password) {
        return portal.signIn().submit(Map.of("username", address, "password", password));
    }

    private int wrongPasswords(String user) {
        return (int)
                admin.history().events("LOGIN_ERROR", user).stream()
                        .filter(event -> event.contains("\"error\":\"invalid_user_credentials\""))
                        .count();
    }

    private void later(Duration time) {
        ahead = ahead.plus(time);
        portal.clockAhead(ahead);
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ZERO);
    }
}
