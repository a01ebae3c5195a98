package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AddressState;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever an address is to the portal (see {@link AddressState}), strangers are answered the same:
 * every redirect and page, byte for byte, with status, headers and cookies.
 */
@ExtendWith(Portal.Provider.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Nothing tells a stranger what an address is to the portal")
class SameAnswerIT {

    private static final String WRONG = "Not-the-Password-9";
    private static final String WRONG_SPELT = "Nøt-thé-Pässwörd-9";
    private static final String CLAIMANTS = "Claimants-Password-9";
    private static final Set<AddressState> MAILED_A_LINK =
            EnumSet.of(AddressState.CONFIRMED, AddressState.LOCKED, AddressState.FEDERATED);
    private static final String COUNTING = "hashAlgorithm(test-counting)";

    private final Portal portal;
    private final AdminConsole admin;

    /** What is in the addresses of those who are only looked at. */
    private final String looked = UUID.randomUUID().toString();

    /** What is in the addresses of this test. */
    private String unique = looked;

    private String policy;

    SameAnswerIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    /** Hashes are counted, too: time is made of them. */
    @BeforeAll
    void prepare() {
        policy = admin.realm().passwordPolicy();
        admin.realm().setPasswordPolicy(COUNTING);
        // Only ten failures lock, not two in a second, and for as long as this takes.
        admin.realm().configureRealm(locks(1, 86_400, 86_400));
        prepareAddresses();
    }

    private void prepareAddresses() {
        portal.clockAhead(Duration.ZERO);
        for (AddressState state : AddressState.values()) {
            state.prepare(portal, state.address(unique));
        }
        portal.clockAhead(Duration.ofSeconds(61));
    }

    /** This test gives the addresses claimants, of whom no other is to know. */
    private void prepareOwnAddresses() {
        unique = UUID.randomUUID().toString();
        prepareAddresses();
    }

    /** Ten failures lock, and one test after the other fails to sign in. */
    @BeforeEach
    void forgetFailures() {
        unique = looked;
        String confirmed = AddressState.CONFIRMED.address(unique);
        admin.people().forgetFailures(admin.people().userId(confirmed));
    }

    @Test
    @DisplayName("Sign in: wrong password")
    void wrongPassword() {
        assertSame((state, address) -> signIn(address, WRONG));
        assertThat(signIn(AddressState.LOCKED.address(unique), WRONG).errors())
                .containsExactly("The email address or the password is not right");
    }

    @Test
    @DisplayName("Sign in: no password")
    void noPassword() {
        assertSame((state, address) -> signIn(address, ""));
    }

    @Test
    @DisplayName("Sign in: a locked or disabled account's own password")
    void refused() {
        assertSame(
                (state, address) ->
                        signIn(
                                address,
                                state == AddressState.LOCKED || state == AddressState.DISABLED
                                        ? Registration.PASSWORD
                                        : WRONG));
    }

    @Test
    @DisplayName(
            "Sign in: each refusal costs two hashes and two events, the right password one hash")
    void cost() {
        assertCosts(WRONG, new Cost(2, 2));
        assertCosts("", new Cost(2, 2));
        // Compared composed and decomposed, or as it was typed as well.
        assertCosts(Spelling.COMPOSED.of(WRONG_SPELT), new Cost(4, 2));
        assertCosts(Spelling.DECOMPOSED.of(WRONG_SPELT), new Cost(4, 2));
        assertCosts(Spelling.MIXED.of(WRONG_SPELT), new Cost(6, 2));
        assertThat(cost(AddressState.CONFIRMED, Registration.PASSWORD)).isEqualTo(new Cost(1, 0));
        assertThat(cost(AddressState.DISABLED, Registration.PASSWORD)).isEqualTo(new Cost(2, 2));
        assertThat(cost(AddressState.LOCKED, Registration.PASSWORD)).isEqualTo(new Cost(2, 2));
    }

    @Test
    @DisplayName("An application that sends a password: the same, for the one account it can mean")
    void costOfDirectGrant() {
        for (AddressState state : AddressState.values()) {
            assertThat(costOfDirectGrant(state, WRONG)).as(state.name()).isEqualTo(new Cost(1, 1));
            assertThat(costOfDirectGrant(state, "")).as(state.name()).isEqualTo(new Cost(1, 1));
            assertThat(costOfDirectGrant(state, Spelling.DECOMPOSED.of(WRONG_SPELT)))
                    .as(state.name())
                    .isEqualTo(new Cost(2, 1));
            assertThat(costOfDirectGrant(state, Spelling.MIXED.of(WRONG_SPELT)))
                    .as(state.name())
                    .isEqualTo(new Cost(3, 1));
        }
    }

    private Cost costOfDirectGrant(AddressState state, String password) {
        int hashes = portal.hashesComputed();
        int events = admin.history().signInErrors();
        Page refused = CheckedBy.ask(portal, state.address(unique), password);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html())
                .isEqualTo(
                        "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid user"
                                + " credentials\"}");
        return new Cost(portal.hashesComputed() - hashes, admin.history().signInErrors() - events);
    }

    private void assertCosts(String password, Cost cost) {
        for (AddressState state : AddressState.values()) {
            assertThat(cost(state, password)).as(state.name()).isEqualTo(cost);
        }
    }

    /** What signing in costs the server: hashes of passwords, and rows of events that it writes. */
    private record Cost(int hashes, int events) {}

    private Cost cost(AddressState state, String password) {
        int hashes = portal.hashesComputed();
        int events = admin.history().signInErrors();
        signIn(state.address(unique), password);
        return new Cost(portal.hashesComputed() - hashes, admin.history().signInErrors() - events);
    }

    @Test
    @DisplayName("Register, a wrong code, a new code")
    void register() {
        prepareOwnAddresses();
        Map<AddressState, Integer> before = confirmationMails();
        assertSame(
                (state, address) ->
                        claim(address)
                                .submit(Map.of("code", "00000000"))
                                .submit(Map.of("resend", "true")));
        assertThat(confirmationMails())
                .allSatisfy(
                        (state, mails) ->
                                assertThat(mails - before.get(state))
                                        .as(state.name())
                                        .isEqualTo(1));
    }

    @Test
    @DisplayName("Who has registered an address signs in to what he made, whoever has the address")
    void ownClaim() {
        prepareOwnAddresses();
        for (AddressState state : AddressState.values()) {
            claim(state.address(unique));
        }
        assertSame((state, address) -> signIn(address, CLAIMANTS));
        assertCosts(CLAIMANTS, new Cost(2, 1));
        assertThat(signIn(AddressState.CONFIRMED.address(unique), CLAIMANTS).heading())
                .isEqualTo("Confirm your email");
        assertThat(signIn(AddressState.CONFIRMED.address(unique), Registration.PASSWORD).address())
                .hasParameter("code");
    }

    @Test
    @DisplayName("Reset the password")
    void reset() {
        assertSame(
                (state, address) ->
                        portal.signIn()
                                .follow("a[href*=reset-credentials]")
                                .submit(Map.of("username", address)));
        for (AddressState state : MAILED_A_LINK) {
            assertThat(portal.linkFor(state.address(unique))).as(state.name()).startsWith("http");
        }
    }

    /** How many mails each address has had that are no links to a new password. */
    private Map<AddressState, Integer> confirmationMails() {
        Map<AddressState, Integer> mails = new EnumMap<>(AddressState.class);
        for (AddressState state : AddressState.values()) {
            mails.put(state, portal.mail().countWithoutLinkFor(state.address(unique)));
        }
        return mails;
    }

    private static String locks(int quickMillis, int waitSeconds, int longestWaitSeconds) {
        return """
        {"quickLoginCheckMilliSeconds": %d, "waitIncrementSeconds": %d,
         "maxFailureWaitSeconds": %d}
        """
                .formatted(quickMillis, waitSeconds, longestWaitSeconds);
    }

    /** Somebody else registers the address. */
    private Page claim(String address) {
        return Registration.accountPage(portal)
                .submit(
                        Map.of(
                                "email", address,
                                "password", CLAIMANTS,
                                "password-confirm", CLAIMANTS));
    }

    private Page signIn(String address, String password) {
        return portal.signIn().submit(Map.of("username", address, "password", password));
    }

    private void assertSame(BiFunction<AddressState, String, Page> deed) {
        Map<AddressState, String> answers = new EnumMap<>(AddressState.class);
        for (AddressState state : AddressState.values()) {
            String address = state.address(unique);
            Page page = deed.apply(state, address);
            answers.put(
                    state,
                    page.browser().answers().stream()
                            .map(answer -> masked(answer, address))
                            .collect(Collectors.joining("\n\n")));
        }
        String free = answers.get(AddressState.FREE);
        answers.forEach((state, answer) -> assertThat(answer).as(state.name()).isEqualTo(free));
    }

    /** An answer without what differs from one request to the next. */
    private static String masked(HttpResponse<String> answer, String address) {
        Map<String, String> headers = new HashMap<>();
        answer.headers()
                .map()
                .forEach(
                        (name, values) ->
                                headers.put(
                                        name,
                                        values.stream()
                                                .map(SameAnswerIT::cookie)
                                                .sorted()
                                                .collect(Collectors.joining("; "))));
        return (answer.statusCode() + " " + headers.toString() + "\n" + answer.body())
                .replace(address, "ADDRESS")
                .replaceAll("(tab_id|client_data|session_code|execution|tab)=[^&\"\\s,;}]+", "$1=")
                .replaceAll("[0-9]{2}:[0-9]{2}, [0-9]+ \\w+ [0-9]{4}", "TIME")
                .replaceAll("in [0-9]+ seconds?", "SECONDS")
                .replaceAll("data-seconds=\"[0-9]+\"", "SECONDS");
    }

    /** A cookie's name and attributes: its value is random. */
    private static String cookie(String value) {
        return value.replaceAll(
                "^(AUTH_SESSION_ID|KC_AUTH_SESSION_HASH|KC_RESTART)=[^;]+", "$1=RANDOM");
    }

    @AfterEach
    void now() {
        portal.clockAhead(Duration.ofSeconds(61));
    }

    @AfterAll
    void asBefore() {
        portal.clockAhead(Duration.ZERO);
        admin.realm().setPasswordPolicy(policy);
        admin.realm().configureRealm(locks(1_000, 60, 900));
        admin.clients().removeIdentityProvider();
    }
}
