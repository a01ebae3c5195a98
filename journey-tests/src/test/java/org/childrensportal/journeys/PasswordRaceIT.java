package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.childrensportal.people.Browserless;
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

@ExtendWith(Portal.Provider.class)
@DisplayName("A sign-in whose password is being compared while its owner chooses another")
class PasswordRaceIT {

    private static final String NEXT = "Another-Horse-8-staple";
    private static final String APPLICATION = "direct-grant";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "race-" + UUID.randomUUID() + "@example.com";
    private String policy;
    private String person;
    private Browserless owner;

    PasswordRaceIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @BeforeEach
    void signedIn() {
        policy = admin.realm().passwordPolicy();
        admin.realm().setPasswordPolicy("hashAlgorithm(" + HashedPassword.COUNTING + ")");
        person = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(person, true);
        owner = portal.browser();
        Registration.signIn(portal, owner, address);
    }

    @Test
    @DisplayName("gets no token")
    void token() {
        Page back = raced(signIn());
        assertThat(back.address()).hasParameter("code");
        assertThatThrownBy(() -> portal.signedIn(back))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("invalid_grant");
        assertThat(portal.events()).contains("portal_standing_password_changed");
    }

    @Test
    @DisplayName("lets nobody in a second time")
    void singleSignOn() {
        Browserless thief = raced(signIn()).browser();
        Page refused = portal.signIn(thief);
        assertThat(refused.status()).as(refused.html()).isEqualTo(403);
        assertThat(refused.html()).contains("The password of this account has been changed");
        assertThat(portal.signIn(thief).document().select("input[name=password]")).hasSize(1);
    }

    @Test
    @DisplayName("shows nobody the account, and is no session of it any more")
    void account() {
        Browserless thief = raced(signIn()).browser();
        Page page = thief.get(portal.address() + "/realms/portal/account/");
        assertThat(page.document().select("input[name=password]")).hasSize(1);
        assertThat(admin.people().sessions(person).split("\"id\"")).hasSize(2);
    }

    @Test
    @DisplayName("by name and password at the token endpoint gets no second token")
    void directGrant() {
        admin.clients().createDirectGrantClient(APPLICATION);
        Page first =
                raced(
                        () ->
                                admin.account()
                                        .token(
                                                Map.of(
                                                        "grant_type",
                                                        "password",
                                                        "client_id",
                                                        APPLICATION,
                                                        "username",
                                                        address,
                                                        "password",
                                                        Registration.PASSWORD)));
        String token = AdminConsole.field(first.html(), "refresh_token");
        Page second =
                admin.account()
                        .token(
                                Map.of(
                                        "grant_type", "refresh_token",
                                        "client_id", APPLICATION,
                                        "refresh_token", token));
        assertThat(second.html()).contains("invalid_grant", "Session not active");
    }

    @Test
    @DisplayName("and that alone: sessions that the owner keeps stay")
    void kept() {
        Browserless kept = portal.browser();
        Registration.signIn(portal, kept, address);
        portal.clockAhead(Duration.ofMinutes(2));
        admin.people().resetPassword(person, NEXT);
        assertThat(portal.signIn(kept).address()).hasParameter("code");
    }

    /** What comes of {@code deed}, whose password is held until the owner has chosen another. */
    private Page raced(Callable<Page> deed) {
        Page change = owner.get(portal.authorization("&kc_action=UPDATE_PASSWORD"));
        portal.holdNextComparison();
        return Crowd.atOnce(List.of(deed), () -> portal.whileNextHashIsHeld(() -> choose(change)))
                .get(0);
    }

    private static void choose(Page change) {
        Page changed =
                change.submit(
                        Map.of(
                                "password-new", NEXT,
                                "password-confirm", NEXT,
                                "logout-sessions", "on"));
        assertThat(changed.address()).hasParameter("code");
    }

    private Callable<Page> signIn() {
        Page page = portal.signIn(portal.browser());
        return () -> page.submit(Map.of("username", address, "password", Registration.PASSWORD));
    }

    @AfterEach
    void asBefore() {
        portal.clockAhead(Duration.ZERO);
        admin.realm().setPasswordPolicy(policy);
    }
}
