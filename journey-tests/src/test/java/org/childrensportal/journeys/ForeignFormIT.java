package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A form that another site has a browser send to where journeys begin")
class ForeignFormIT {

    private final Portal portal;
    private final String address = "foreign-" + UUID.randomUUID() + "@example.com";

    ForeignFormIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @CsvSource({
        "auth, username",
        "registrations, details",
        "registrations, account",
        "forgot-credentials, forgotten"
    })
    @DisplayName("does nothing: the page comes as if it was asked for, with none of the answers")
    void taken(String begin, String step) {
        Registration.register(portal, address);
        int mails = portal.mail().countFor(address);
        Browserless victim = portal.browser();
        Page page =
                victim.post(
                        portal.authorization("&tab_id=made-up&step=" + step)
                                .replace("/openid-connect/auth?", "/openid-connect/" + begin + "?"),
                        filledIn());
        assertThat(page.title()).doesNotStartWith("Error");
        assertThat(page.errors()).isEmpty();
        assertThat(page.document().select(".portal-success")).isEmpty();
        assertThat(page.html())
                .doesNotContain(Registration.PUBLIC.get("firstName"), Registration.PASSWORD);
        assertThat(portal.mail().countFor(address)).isEqualTo(mails);
        assertThat(portal.signIn(victim).address()).as("not signed in").hasNoParameter("code");
    }

    private Map<String, String> filledIn() {
        Map<String, String> form = new HashMap<>(Registration.PUBLIC);
        // Keycloak reads an authorization request that is sent as a form from there only.
        for (String parameter : URI.create(portal.authorization("")).getRawQuery().split("&")) {
            String[] parts = parameter.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        form.putAll(Registration.account(address));
        form.put("username", address);
        return form;
    }
}
