package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

@ExtendWith(Portal.Provider.class)
@DisplayName("Where somebody is signed in, when they choose a new password")
class OtherDevicesIT {

    private static final String CHANGED = "Another-Horse-8-staple";
    private static final String BOX = "logout-sessions";

    private final Portal portal;
    private final AdminConsole admin;
    private final String address = "devices-" + UUID.randomUUID() + "@example.com";
    private String id;

    OtherDevicesIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    /** How somebody comes to the page. */
    enum Way {
        RESET {
            @Override
            Page open(Portal portal, String address, String id) {
                Browserless browser = portal.browser();
                portal.signIn(browser)
                        .follow("a[href*=reset-credentials]")
                        .submit(Map.of("username", address));
                return browser.get(portal.linkFor(address));
            }
        },
        ASKED_BY_AN_ADMINISTRATOR {
            @Override
            Page open(Portal portal, String address, String id) {
                portal.admin()
                        .send(
                                "PUT",
                                "/users/" + id,
                                "{\"requiredActions\": [\"UPDATE_PASSWORD\"]}");
                return Registration.signIn(portal, portal.browser(), address);
            }
        },
        ASKED_BY_THE_APPLICATION {
            @Override
            Page open(Portal portal, String address, String id) {
                Browserless browser = portal.browser();
                Registration.signIn(portal, browser, address);
                return browser.get(portal.authorization("&kc_action=UPDATE_PASSWORD"));
            }
        };

        abstract Page open(Portal portal, String address, String id);
    }

    @BeforeEach
    void signedInElsewhere() {
        id = admin.people().createUser(address, Registration.PASSWORD);
        admin.people().setEmailVerified(id, true);
        assertThat(Registration.signIn(portal, portal.browser(), address).address())
                .hasParameter("code");
        assertThat(thief()).isTrue();
    }

    /** Whether the session of before is still there: it is the oldest. */
    private String oldest;

    private boolean thief() {
        String sessions = admin.people().sessions(id);
        if (oldest == null) {
            oldest = AdminConsole.field(sessions, "id");
        }
        return sessions.contains(oldest);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("is ended everywhere else, unless they say otherwise")
    void ended(Way way) {
        Page page = way.open(portal, address, id);
        assertThat(page.document().select("label[for=" + BOX + "]").text())
                .isEqualTo("Sign me out on all other devices");
        assertThat(page.document().select("#" + BOX + "-hint").text())
                .contains("somebody else", "password");
        assertThat(page.document().select("#" + BOX).attr("aria-describedby"))
                .isEqualTo(BOX + "-hint");
        Page in = page.submit(asItStands(page, CHANGED));
        assertThat(in.address()).hasParameter("code");
        assertThat(thief()).isFalse();
        assertThat(admin.people().sessions(id)).contains("\"id\"");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("is left as it is if they take the tick away, after an error too")
    void left(Way way) {
        Page page = way.open(portal, address, id);
        Page refused = page.submit(Map.of("password-new", "short", "password-confirm", "short"));
        assertThat(refused.document().select("#" + BOX).hasAttr("checked")).isFalse();
        Page in = refused.submit(asItStands(refused, CHANGED));
        assertThat(in.address()).hasParameter("code");
        assertThat(thief()).isTrue();
    }

    @Test
    @DisplayName("is ended after an error, if the tick was left")
    void ticked() {
        Page page = Way.RESET.open(portal, address, id);
        Page refused = page.submit(asItStands(page, "short"));
        assertThat(refused.document().select("#" + BOX).hasAttr("checked")).isTrue();
        refused.submit(asItStands(refused, CHANGED));
        assertThat(thief()).isFalse();
    }

    @Test
    @DisplayName("is said in Welsh, too")
    void welsh() {
        Browserless browser = portal.browser();
        Registration.signIn(portal, browser, address);
        Page page = browser.get(portal.authorization("&kc_action=UPDATE_PASSWORD&ui_locales=cy"));
        assertThat(page.document().select("label[for=" + BOX + "]").text())
                .isEqualTo("Allgofnodi fi o bob dyfais arall");
    }

    @Test
    @DisplayName("is ended by somebody who does nothing but type in Chromium")
    void chromium() {
        Browserless asked = portal.browser();
        portal.signIn(asked)
                .follow("a[href*=reset-credentials]")
                .submit(Map.of("username", address));
        try (Chromium browser = Chromium.start(Chromium.Script.ALLOWED)) {
            browser.open(portal.linkFor(address));
            browser.type("password-new", CHANGED);
            browser.type("password-confirm", CHANGED);
            assertThat(browser.driver().findElement(By.id(BOX)).isSelected()).isTrue();
            browser.next();
        }
        assertThat(thief()).isFalse();
    }

    /** What a browser sends of the page if somebody types a password and touches nothing else. */
    private static Map<String, String> asItStands(Page page, String password) {
        Map<String, String> form = new HashMap<>();
        form.put("password-new", password);
        form.put("password-confirm", password);
        page.document()
                .select("main form input[checked]")
                .forEach(box -> form.put(box.attr("name"), box.attr("value")));
        return form;
    }
}
