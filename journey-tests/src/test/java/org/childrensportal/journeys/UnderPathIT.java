package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.PortalUnderPath;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PortalUnderPath.Provider.class)
@DisplayName("Under http-relative-path")
class UnderPathIT {

    private final PortalUnderPath portal;
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    UnderPathIT(PortalUnderPath portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName(
            "every link, form, style sheet and script of every page of the journey is below it")
    void journey() {
        Page signIn = assertBelow(portal.signIn());
        assertBelow(signIn.follow("a[href*=reset-credentials]"));
        Page details = assertBelow(Registration.detailsPage(portal));
        Page account = assertBelow(details.submit(Registration.PUBLIC));
        Page code = assertBelow(account.submit(Registration.account(address)));
        assertBelow(code.follow(".govuk-back-link"));
        assertThat(code.submit(Map.of("code", portal.codeFor(address))).address())
                .hasParameter("code");
        assertThat(portal.mail().newestHtmlFor(address)).doesNotContain("href=\"/\"");
    }

    @Test
    @DisplayName("the home page leads to the account, and pages that lead home to the home page")
    void home() {
        Page home = assertBelow(portal.browser().get(portal.address() + "/"));
        assertThat(home.heading()).isEqualTo("Welcome to the Children's Services Portal");
        assertThat(home.document().select("#account-en a").first().absUrl("href"))
                .isEqualTo(portal.address() + "/realms/portal/clients/portal-web/redirect");

        Page error =
                assertBelow(
                        portal.browser()
                                .get(
                                        portal.address()
                                                + "/realms/portal/login-actions/registration"));
        assertThat(error.heading()).isEqualTo("This visit has ended");
        assertHome(error);
        // What no browser sends: Keycloak fails before it can make a page (26.7.3).
        Page unavailable =
                assertBelow(
                        portal.browser()
                                .post(
                                        portal.address()
                                                + "/realms/portal/login-actions/authenticate",
                                        "username=%zz%4"));
        assertHome(unavailable);
    }

    @Test
    @DisplayName("the mail for a new password has a link below it, which works")
    void mail() {
        AdminConsole admin = portal.admin();
        admin.people()
                .setEmailVerified(admin.people().createUser(address, Registration.PASSWORD), true);
        portal.signIn().follow("a[href*=reset-credentials]").submit(Map.of("username", address));
        String link = portal.mail().linkFor(address);
        assertThat(link).startsWith(portal.address() + "/realms/portal/login-actions/");
        assertThat(portal.browser().get(link).status()).isEqualTo(200);
    }

    private void assertHome(Page page) {
        List<String> links = page.document().select("main a[href]").eachAttr("abs:href");
        assertThat(links).containsExactly(portal.address() + "/");
        assertThat(portal.browser().get(links.get(0)).heading()).startsWith("Welcome to");
    }

    private Page assertBelow(Page page) {
        String host = portal.browser().get(portal.address() + "/").address().getAuthority();
        for (Element element : page.document().select("[href], [src], [action]")) {
            for (String attribute : List.of("href", "src", "action")) {
                String target = element.absUrl(attribute);
                if (target.startsWith("http") && URI.create(target).getAuthority().equals(host)) {
                    assertThat(target).startsWith(portal.address() + "/");
                }
            }
        }
        Element style = page.document().select("link[rel=stylesheet]").first();
        assertThat(portal.browser().get(style.absUrl("href")).status()).isEqualTo(200);
        return page;
    }
}
