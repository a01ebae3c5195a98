package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Cost;
import org.childrensportal.servers.PostgresServer;
import org.childrensportal.servers.StatementLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("nodes")
@DisplayName("What people do costs the database no more than at Keycloak alone")
class StatementsBesideStockIT {

    private static final int TIMES = 3;

    /**
     * The own transactions of a registration, over before the request goes on: a look whether the
     * tables are there, the row at which the requests of a journey wait for each other, and one
     * before each thing that a limit guards, which are the claim on an address, the code and the
     * guess.
     */
    private static final int OWN = 5;

    private static MeasuredPages portal;
    private static MeasuredPages stock;

    @BeforeAll
    static void measure() {
        try (PostgresServer server = PostgresServer.withPortal();
                StatementLog log = new StatementLog(server.database())) {
            portal = measured(new AtThePortal(server, log));
        }
        try (PostgresServer server = PostgresServer.withoutPortal();
                StatementLog log = new StatementLog(server.database())) {
            stock = measured(new AtKeycloakAlone(server, log));
        }
    }

    private static MeasuredPages measured(MeasuredPages pages) {
        for (int time = 0; time < 2 * TIMES; time++) {
            if (time == TIMES) {
                pages.forget();
            }
            pages.everything("person-" + UUID.randomUUID() + "@example.com");
        }
        return pages;
    }

    @Test
    @DisplayName("to register and confirm, but for the transactions that limits need")
    void register() {
        Cost here = portal.cost("register");
        Cost there = stock.cost("register");
        assertThat(here.statements()).as(both()).isLessThanOrEqualTo(there.statements());
        assertThat(here.transactions() - OWN).as(both()).isLessThanOrEqualTo(there.transactions());
    }

    @Test
    @DisplayName("to register and confirm: as many as are known to be needed")
    void registerAsKnown() {
        assertThat(portal.cost("register sign-in page")).as(both()).isEqualTo(new Cost(0, 0));
        assertThat(portal.cost("register details page")).as(both()).isEqualTo(new Cost(1, 1));
        assertThat(portal.cost("register details sent")).as(both()).isEqualTo(new Cost(0, 0));
        assertThat(portal.cost("register account sent")).as(both()).isEqualTo(new Cost(29, 6));
        assertThat(portal.cost("register code sent")).as(both()).isEqualTo(new Cost(28, 4));
    }

    @Test
    @DisplayName("to sign in")
    void signIn() {
        assertNoMore("sign-in");
    }

    @Test
    @DisplayName("to change a password with eight in the history")
    void change() {
        assertNoMore("change");
    }

    private static void assertNoMore(String journey) {
        Cost here = portal.cost(journey);
        Cost there = stock.cost(journey);
        assertThat(here.statements()).as(both()).isLessThanOrEqualTo(there.statements());
        assertThat(here.transactions()).as(both()).isLessThanOrEqualTo(there.transactions());
    }

    private static String both() {
        return portal + "\n" + stock;
    }

    private static final class AtThePortal extends MeasuredPages {

        AtThePortal(PostgresServer server, StatementLog log) {
            super("portal", server, log);
        }

        @Override
        Page register(String address) {
            Browserless browser = server().browser();
            Page signIn = page("register sign-in page", () -> server().signIn(browser));
            Page details =
                    page("register details page", () -> signIn.follow("a[href*=registration]"));
            Page account = page("register details sent", () -> details.submit(Registration.PUBLIC));
            Page code =
                    page(
                            "register account sent",
                            () ->
                                    mailed(
                                            address,
                                            () -> account.submit(Registration.account(address))));
            Map<String, String> typed = Map.of("code", server().codeFor(address));
            return page("register code sent", () -> code.submit(typed));
        }

        @Override
        Page afterChange(String address, Supplier<Page> change) {
            return mailed(address, change);
        }
    }

    private static final class AtKeycloakAlone extends MeasuredPages {

        private static final Pattern LINK = Pattern.compile("https?://\\S+");

        AtKeycloakAlone(PostgresServer server, StatementLog log) {
            super("stock", server, log);
        }

        /** The password is asked for once the address is verified (keycloak#45568). */
        @Override
        Page register(String address) {
            Browserless browser = server().browser();
            Page signIn = page("register sign-in page", () -> server().signIn(browser));
            Page form = page("register page", () -> signIn.follow("a[href*=registration]"));
            Map<String, String> typed = new LinkedHashMap<>(Registration.PUBLIC);
            typed.remove("professional");
            typed.put("email", address);
            page("register sent", () -> mailed(address, () -> form.submit(typed)));
            Matcher link = LINK.matcher(server().mail().newestTextFor(address));
            assertThat(link.find()).isTrue();
            Page password = page("register link", () -> browser.get(link.group()));
            return page(
                    "register password sent", () -> password.submit(twice(Registration.PASSWORD)));
        }

        @Override
        Page afterChange(String address, Supplier<Page> change) {
            return change.get();
        }
    }
}
