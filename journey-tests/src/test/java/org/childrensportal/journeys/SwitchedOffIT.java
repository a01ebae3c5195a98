package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A page about the account that is open when an administrator switches it off")
class SwitchedOffIT {

    private static final String NEXT = "Another-Horse-8-staple";

    private final Portal portal;
    private final AdminConsole admin;

    SwitchedOffIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE_PROFILE, lastName, Byrne",
        "UPDATE_EMAIL, email, switched-off@example.com",
        "UPDATE_PASSWORD, password-new, " + NEXT,
        "portal-sessions, end-others, true",
        "portal-record, done, true",
        "portal-data, done, true",
        "delete_account, password, " + Registration.PASSWORD,
    })
    @DisplayName("changes nothing any more, and leads back to the application, which is told")
    void leadsBack(String action, String field, String typed) {
        MovingPerson person = MovingPerson.signedIn(portal);
        Browserless other = portal.browser();
        Registration.signIn(portal, other, person.address());
        Page page = page(person, action);
        assertThat(page.document().select("form")).as(page.html()).isNotEmpty();
        Map<String, String> form =
                field.equals("password-new")
                        ? Map.of(field, typed, "password-confirm", typed)
                        : Map.of(field, typed);
        String before = person.account();
        Page back = whileOff(action, () -> page.send(form));
        assertIsBack(back);
        assertThat(person.account()).isEqualTo(before);
        assertThat(portal.signIn(other).address()).hasParameter("code");
        assertThat(CheckedBy.SIGN_IN.letsIn(portal, person.address(), Registration.PASSWORD))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE_PROFILE",
        "UPDATE_EMAIL",
        "UPDATE_PASSWORD",
        "portal-sessions",
        "portal-record",
        "portal-data",
        "delete_account",
    })
    @DisplayName("leads back when it is asked for anew")
    void reloaded(String action) {
        MovingPerson person = MovingPerson.signedIn(portal);
        Page page = page(person, action);
        assertIsBack(whileOff(action, () -> person.browser().get(page.address().toString())));
    }

    private Page page(MovingPerson person, String action) {
        return person.browser().get(portal.authorization("&kc_action=" + action));
    }

    private static void assertIsBack(Page page) {
        assertThat(page.address()).as("%d %s", page.status(), page.html()).hasParameter("code");
        assertThat(page.address()).hasParameter("kc_action_status", "error");
    }

    private Page whileOff(String alias, Supplier<Page> deed) {
        String path = "/authentication/required-actions/" + alias;
        String action = admin.send("GET", path, "").body();
        admin.send("PUT", path, action.replace("\"enabled\":true", "\"enabled\":false"));
        try {
            return deed.get();
        } finally {
            admin.send("PUT", path, action);
        }
    }
}
