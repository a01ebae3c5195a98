package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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

/** An account whose owner chooses another password while somebody has the one before compared. */
final class PasswordRace {

    /** What the owner chooses. */
    static final String NEXT = "Another-Horse-8-staple";

    static final String COUNTED = "hashAlgorithm(" + HashedPassword.COUNTING + ")";

    private final Portal portal;
    private final AdminConsole admin;
    private final String policy;
    private final String address = "race-" + UUID.randomUUID() + "@example.com";
    private final String person;
    private final Browserless owner;

    /** The account; its owner is signed in. */
    PasswordRace(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
        policy = admin.realm().passwordPolicy();
        admin.realm().setPasswordPolicy(COUNTED);
        person = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(person, true);
        owner = portal.browser();
        Registration.signIn(portal, owner, address);
    }

    String address() {
        return address;
    }

    String person() {
        return person;
    }

    /** The clock, and the realm's policy, as they were. */
    void end() {
        portal.clockAhead(Duration.ZERO);
        admin.realm().setPasswordPolicy(policy);
    }

    /** What comes of {@code deed}, whose password is held until the owner has chosen another. */
    Page raced(Callable<Page> deed) {
        Page change = change();
        portal.holdNextComparison();
        return Crowd.atOnce(
                        List.of(deed),
                        () -> portal.whileNextHashIsHeld(() -> choose(change, NEXT, "on")))
                .get(0);
    }

    /** The owner chooses {@code password}, and keeps the other sessions. */
    void chooseKeeping(String password) {
        choose(change(), password, "");
    }

    private Page change() {
        return owner.get(portal.authorization("&kc_action=UPDATE_PASSWORD"));
    }

    private static void choose(Page change, String password, String endOthers) {
        Page changed =
                change.submit(
                        Map.of(
                                "password-new", password,
                                "password-confirm", password,
                                "logout-sessions", endOthers));
        assertThat(changed.address()).hasParameter("code");
    }

    /** A sign-in with the earlier password, on a page that is open already. */
    Callable<Page> signIn() {
        return signIn(portal.signIn(portal.browser()));
    }

    Callable<Page> signIn(Page page) {
        return () -> page.submit(Map.of("username", address, "password", Registration.PASSWORD));
    }

    /** Name and earlier password at the token endpoint. */
    Callable<Page> directGrant(String scope) {
        return () -> admin.account().directGrant(address, Registration.PASSWORD, scope);
    }
}
