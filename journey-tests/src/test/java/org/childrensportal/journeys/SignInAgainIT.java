package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("Whoever is signed in and is asked to sign in again")
class SignInAgainIT {

    private static final String OTHERS_PASSWORD = "Another-Horse-8-staple";

    private final Portal portal;
    private final AdminConsole admin;
    private final Browserless browser;
    private final String address = "ann-" + UUID.randomUUID() + "@example.com";
    private final String other = "bob-" + UUID.randomUUID() + "@example.com";
    private String id;
    private String otherId;

    SignInAgainIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
        this.browser = portal.browser();
    }

    @BeforeEach
    void signedIn() {
        id = confirmed(address, Registration.PASSWORD);
        otherId = confirmed(other, OTHERS_PASSWORD);
        assertThat(Registration.signIn(portal, browser, address).address()).hasParameter("code");
    }

    private String confirmed(String owner, String password) {
        String account = admin.people().createUser(owner, password);
        admin.people().setEmailVerified(account, true);
        return account;
    }

    private Page again(String parameters) {
        return browser.get(portal.authorization(parameters));
    }

    @ParameterizedTest
    @CsvSource({
        "&prompt=login, Sign in again as, Use another account",
        "&max_age=0, Sign in again as, Use another account",
        "&prompt=login&ui_locales=cy, Mewngofnodwch eto fel, Defnyddio cyfrif arall"
    })
    @DisplayName("is told as whom, and types a password only")
    void asWhom(String parameters, String heading, String link) {
        // A sign-in of the same second is fresh enough for Keycloak, even where max_age is 0.
        portal.clockAhead(Duration.ofSeconds(2));
        Page page = again(parameters);
        assertThat(page.heading()).isEqualTo(heading + " " + address);
        assertThat(page.title()).doesNotContain(address);
        assertThat(page.document().select("[name=username]")).isEmpty();
        assertThat(page.document().select("main input:not([type=hidden], [hidden])").eachAttr("id"))
                .containsExactly("password");
        assertThat(page.document().select("main a").eachText()).contains(link);
        assertThat(page.document().select("a[href*=registration]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bob", "ann", "nobody@example.com", "<b>@\"'", "\u0000"})
    @DisplayName("comes in with the own password, whatever else is sent")
    void forged(String typed) {
        String sent =
                switch (typed) {
                    case "bob" -> other;
                    case "ann" -> address;
                    default -> typed;
                };
        Page in =
                again("&prompt=login")
                        .submit(Map.of("username", sent, "password", Registration.PASSWORD));
        assertThat(portal.signedIn(in).claims().getSubject().getValue()).isEqualTo(id);
    }

    @Test
    @DisplayName("does not come in as anybody else, and a wrong password counts for nobody else")
    void others() {
        Page refused =
                again("&prompt=login")
                        .submit(Map.of("username", other, "password", OTHERS_PASSWORD));
        assertThat(refused.heading()).isEqualTo("Sign in again as " + address);
        assertThat(refused.errors()).hasSize(1);
        assertThat(refused.document().select("#password").attr("aria-invalid")).isEqualTo("true");
        assertThat(refused.document().select(".govuk-error-summary a").attr("href"))
                .isEqualTo("#password");
        assertThat(refused.html()).doesNotContain(other, "name=\"username\"");
        admin.people().awaitFailures(id, 1);
        assertThat(admin.people().failures(otherId)).isZero();
        assertThat(admin.history().events("LOGIN_ERROR", otherId)).isEmpty();
        assertThat(admin.history().events("LOGIN_ERROR", id))
                .noneMatch(event -> event.contains(other));
    }

    @Test
    @DisplayName("can use another account, and is signed out of the first one")
    void another() {
        Page refused = again("&prompt=login").submit(Map.of("password", "Not-the-Password-9"));
        Page fresh = refused.follow("main a[href*=restart]");
        assertThat(fresh.heading()).isEqualTo("My account");
        assertThat(fresh.document().select("input[name=username]").attr("value")).isEmpty();
        assertThat(fresh.html()).doesNotContain(address);
        assertThat(fresh.document().select("a[href*=registration]")).isNotEmpty();
        assertThat(admin.people().sessions(id)).isEqualTo("[]");
        Page in = fresh.submit(Map.of("username", other, "password", OTHERS_PASSWORD));
        assertThat(portal.signedIn(in).claims().getSubject().getValue()).isEqualTo(otherId);
    }

    @Test
    @DisplayName("is told the address, not the name that an administrator chose for the account")
    void named() {
        admin.realm().configureRealm("{\"registrationEmailAsUsername\": false}");
        String named = "named-" + UUID.randomUUID();
        admin.people()
                .setEmailVerified(
                        admin.people()
                                .createNamedUser(named, named + "@example.com", OTHERS_PASSWORD),
                        true);
        Browserless theirs = portal.browser();
        portal.signIn(theirs).submit(Map.of("username", named, "password", OTHERS_PASSWORD));
        Page page = theirs.get(portal.authorization("&prompt=login"));
        assertThat(page.heading()).isEqualTo("Sign in again as " + named + "@example.com");
    }

    @AfterEach
    void defaults() {
        portal.clockAhead(Duration.ZERO);
        admin.realm().configureRealm("{\"registrationEmailAsUsername\": true}");
    }
}
