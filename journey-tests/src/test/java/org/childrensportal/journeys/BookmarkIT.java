package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(Portal.Provider.class)
@DisplayName("A page that was bookmarked, or is opened again the next day")
class BookmarkIT {

    private final Portal portal;

    BookmarkIT(Portal portal) {
        this.portal = portal;
    }

    /** The pages that a person may keep, at their addresses. */
    enum Kept {
        SIGN_IN(portal -> refreshable(portal.signIn())),
        REFUSED(
                portal ->
                        refreshable(
                                portal.signIn()
                                        .submit(
                                                Map.of(
                                                        "username", "a@example.com",
                                                        "password", "wrong")))),
        FORGOTTEN(
                portal ->
                        portal.signIn().follow("a[href*=reset-credentials]").address().toString()),
        DETAILS(portal -> Registration.detailsPage(portal).address().toString()),
        ACCOUNT(portal -> Registration.accountPage(portal).address().toString()),
        CODE(
                portal ->
                        Registration.codePage(portal, "kept-" + UUID.randomUUID() + "@example.com")
                                .address()
                                .toString());

        private final Function<Portal, String> address;

        Kept(Function<Portal, String> address) {
            this.address = address;
        }

        /** Where a language's link leads, without the language: the page by itself. */
        private static String refreshable(Page page) {
            return page.document()
                    .select(".portal-languages a")
                    .first()
                    .absUrl("href")
                    .replaceAll("&?kc_locale=[^&]*", "");
        }
    }

    @ParameterizedTest
    @EnumSource(Kept.class)
    @DisplayName("says that its visit is over, blames nobody's browser, and leads on")
    void over(Kept kept) {
        Page page = portal.browser().get(kept.address.apply(portal));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("This visit has ended");
        assertThat(page.title()).startsWith("Error: This visit has ended - ");
        assertThat(page.document().select("main").text())
                .contains("an earlier visit")
                .doesNotContain("sent none", "Allow cookies for this site, then");
        String on = page.document().select("main a").attr("href");
        assertThat(on).isEqualTo(portal.relyingApplication().toString());
        assertThat(page.document().select("main a").text()).isEqualTo("Start again");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kept.class,
            names = {"SIGN_IN", "DETAILS"})
    @DisplayName("leads on to the home page if the application is not known")
    void noApplication(Kept kept) {
        String address = kept.address.apply(portal).replaceAll("client_id=[^&]*", "client_id=x");
        Page page = portal.browser().get(address);
        assertThat(page.heading()).isEqualTo("This visit has ended");
        assertThat(page.document().select("main a").attr("href")).isEqualTo("/");
    }
}
