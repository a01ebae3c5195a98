package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a page asks for, and whatever comes of it. */
@ExtendWith(Portal.Provider.class)
@DisplayName("The strict policy is on every page")
class PolicyIT {

    private final Portal portal;
    private final String address = "policy-" + UUID.randomUUID() + "@example.com";
    private final Browserless browser;

    PolicyIT(Portal portal) {
        this.portal = portal;
        this.browser = portal.browser();
    }

    @Test
    @DisplayName("of a journey: both pages of registration, the code's, the way back from it")
    void journey() {
        Page details = portal.signIn(browser).follow("a[href*=registration]");
        details.submit(Map.of());
        Page account = details.submit(Registration.PUBLIC);
        account.submit(Map.of());
        Page code = account.submit(Registration.account(address));
        code.submit(Map.of("code", Registration.wrong(portal.codeFor(address))));
        code.submit(Map.of("resend", "true"));
        code.follow("a.govuk-button--secondary");
        everyPageIsStrict(8);
    }

    @Test
    @DisplayName("of an account, and of each thing that is done with it")
    void account() {
        Registration.signIn(portal, browser, address(portal));
        browser.get(portal.address() + "/realms/portal/account/");
        for (String action :
                new String[] {
                    "UPDATE_PASSWORD",
                    "UPDATE_PROFILE",
                    "UPDATE_EMAIL",
                    "portal-sessions",
                    "portal-record",
                    "portal-data",
                    "delete_account"
                }) {
            browser.get(portal.authorization("&kc_action=" + action));
        }
        everyPageIsStrict(8);
    }

    @Test
    @DisplayName("of signing out, which Keycloak itself lets browsers and proxies keep")
    void signingOut() {
        Registration.signIn(portal, browser, address(portal));
        Page question =
                browser.get(portal.address() + "/realms/portal/protocol/openid-connect/logout");
        assertThat(question.document().select("form [name=session_code]")).hasSize(1);
        question.send(Map.of("confirmLogout", "yes"));
        everyPageIsStrict(3);
    }

    private String address(Portal portal) {
        Registration.register(portal, address);
        return address;
    }

    private void everyPageIsStrict(int pages) {
        assertThat(browser.answers())
                .filteredOn(answer -> answer.body().contains("<html"))
                .hasSizeGreaterThanOrEqualTo(pages)
                .allSatisfy(PolicyIT::isStrict);
    }

    private static void isStrict(HttpResponse<String> page) {
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .as("%s", page.uri())
                .singleElement()
                .asString()
                .contains("default-src 'none'; ", "script-src 'self'; ", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "*");
        assertThat(page.headers().allValues("Cache-Control"))
                .as("%s", page.uri())
                .isNotEmpty()
                .allMatch(kept -> kept.contains("no-store"));
        assertThat(page.body()).doesNotContain(" style=\"", "<style").doesNotContain(" onclick=");
    }
}
