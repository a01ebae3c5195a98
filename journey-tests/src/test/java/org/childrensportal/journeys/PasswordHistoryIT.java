package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("Changing the password")
class PasswordHistoryIT {

    private static final int NEWEST = 10;

    private final Portal portal;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    PasswordHistoryIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("to the current or one of the previous 8 is refused, to the ninth earlier is not")
    void nineEarlierPasswords() {
        Browserless browser = Registration.register(portal, address).browser();
        for (int number = 1; number <= NEWEST; number++) {
            assertChanged(change(browser, password(number)));
        }
        for (int earlier = 0; earlier <= 8; earlier++) {
            Page page = change(browser, password(NEWEST - earlier));
            assertThat(page.heading()).isEqualTo("Change your password");
            assertThat(page.errors())
                    .containsExactly(
                            "Password must be different to your current password and your previous"
                                    + " 8 passwords");
        }
        assertChanged(change(browser, password(NEWEST - 9)));
        Page signIn =
                portal.signIn()
                        .submit(Map.of("username", address, "password", password(NEWEST - 9)));
        assertThat(portal.signedIn(signIn).claims().getStringClaim("email")).isEqualTo(address);
    }

    private Page change(Browserless browser, String password) {
        return browser.get(portal.authorization("&kc_action=UPDATE_PASSWORD"))
                .submit(Map.of("password-new", password, "password-confirm", password));
    }

    private void assertChanged(Page page) {
        assertThat(page.address().toString()).contains("kc_action_status=success");
    }

    private static String password(int number) {
        return "Another-Password-" + number;
    }
}
