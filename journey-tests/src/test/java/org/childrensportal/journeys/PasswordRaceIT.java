package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Whoever signs in with the old password at the moment of a new one")
class PasswordRaceIT {

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "race-" + UUID.randomUUID() + "@example.com";

    PasswordRaceIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @RepeatedTest(3)
    @DisplayName("is not signed in afterwards")
    void race() {
        String id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        Browserless owner = portal.browser();
        Registration.signIn(portal, owner, address);
        Page change = owner.get(portal.authorization("&kc_action=UPDATE_PASSWORD"));
        List<Browserless> thieves = new ArrayList<>();
        List<Callable<Page>> deeds = new ArrayList<>();
        for (int thief = 0; thief < 14; thief++) {
            Browserless browser = portal.browser();
            thieves.add(browser);
            Page signIn = portal.signIn(browser);
            deeds.add(
                    () ->
                            signIn.submit(
                                    Map.of(
                                            "username",
                                            address,
                                            "password",
                                            Registration.PASSWORD)));
        }
        deeds.add(
                4,
                () ->
                        change.send(
                                Map.of(
                                        "password-new", "Another-Horse-8-staple",
                                        "password-confirm", "Another-Horse-8-staple")));
        Crowd.atOnce(deeds);
        long in =
                thieves.stream()
                        .filter(
                                thief ->
                                        portal.signIn(thief).address().toString().contains("code="))
                        .count();
        assertThat(in).isZero();
    }
}
