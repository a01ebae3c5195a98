package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("The address that an application knows a person by (login_hint)")
class LoginHintIT {

    private final Portal portal;

    LoginHintIT(Portal portal) {
        this.portal = portal;
    }

    private Page account(String hint, String more) {
        Page page = portal.signIn("&login_hint=" + Browserless.encode(hint) + more);
        Page details = more.isEmpty() ? page.follow("a[href*=registration]") : page;
        return details.submit(Registration.PUBLIC);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ''",
        "ann@example.com, &prompt=create",
        "' Ann@Example.com ', ''",
    })
    @DisplayName("is there already when the person registers")
    void registration(String hint, String more) {
        assertThat(account(hint, more).value("email")).isEqualTo("ann@example.com");
    }

    @Test
    @DisplayName("is shown in its own letters")
    void letters() {
        assertThat(account("ann@xn--mnchen-3ya.example", "").value("email"))
                .isEqualTo("ann@münchen.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "+441234567890",
                "\"><script>alert(1)</script>@example.com",
                "ann@example.com,bob@example.com",
                "ann@-",
                "ann\r\n@example.com\r\nbcc: bob@example.com",
                "ann@[127.0.0.1]"
            })
    @DisplayName("is left out if it is no address")
    void nonsense(String hint) {
        Page page = account(hint, "");
        assertThat(page.heading()).isEqualTo("Your account");
        assertThat(page.value("email")).isEmpty();
        assertThat(page.html()).doesNotContain("alert(1)");
    }

    @Test
    @DisplayName("is left out if it is too long for an address")
    void tooLong() {
        assertThat(account("a".repeat(300) + "@example.com", "").value("email")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bob@example.com", "nonsense"})
    @DisplayName("never comes back once the person has typed something else, or nothing")
    void typed(String typed) {
        Page first = account("ann@example.com", "");
        Page refused = first.submit(Map.of("email", typed, "password", "short"));
        assertThat(refused.value("email")).isEqualTo(typed);
        Page reloaded = refused.browser().get(first.address().toString());
        assertThat(reloaded.value("email")).isEqualTo(typed);
        Page back = reloaded.follow(".govuk-back-link").submit(Registration.PUBLIC);
        assertThat(back.value("email")).isEqualTo(typed);
    }

    @Test
    @DisplayName("is there on the sign-in page, as Keycloak has it")
    void signIn() {
        assertThat(portal.signIn("&login_hint=ann%40example.com").value("username"))
                .isEqualTo("ann@example.com");
    }
}
