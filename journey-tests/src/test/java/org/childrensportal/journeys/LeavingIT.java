package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminCommands;
import org.childrensportal.servers.Guest;
import org.childrensportal.servers.OtherRealm;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Portal.Provider.class)
@DisplayName("A server that the portal has left")
class LeavingIT {

    private static final Pattern SCRIPT = Pattern.compile("(?s)```sql\n(.*?)```");
    private static final String PERSON = "there@example.com";
    private static final String REGISTERED = "registered@example.com";

    /** Somebody who was there before the portal was, by Keycloak's own means. */
    private static final String SETTINGS =
            """
            , "registrationAllowed": true, "users": [
             {"username": "there", "email": "%s", "emailVerified": true, "firstName": "Ann",
              "lastName": "Lee", "enabled": true,
              "credentials": [{"type": "password", "value": "%s"}]}]
            """
                    .formatted(PERSON, Registration.PASSWORD);

    @Test
    @DisplayName("starts without its jars, and is what it was before they came")
    void withoutTrace(Portal portalUnderTest) {
        try (Guest server = new Guest(portalUnderTest)) {
            OtherRealm before = OtherRealm.make(server.address(), server.mail(), "guest", SETTINGS);
            Set<String> settings = before.export();
            String signInPage = withoutNonces(before.signIn());
            String registrationPage = withoutNonces(Registration.detailsPage(before));
            OtherRealm portal = OtherRealm.at(server.address(), server.mail(), "portal");

            before.setUp();
            for (OtherRealm used : List.of(before, portal)) {
                assertThat(Registration.register(used, REGISTERED).address()).hasParameter("code");
                Registration.codePage(used, "pending@example.com");
                used.leaveForKeycloaksFlows();
                assertThat(used.tryLeave().get("changes")).isEmpty();
            }

            server.startWithoutPortal(script());

            OtherRealm after = OtherRealm.at(server.address(), server.mail(), "guest");
            assertThat(after.changesSince(settings)).isEmpty();
            assertThat(withoutNonces(after.signIn())).isEqualTo(signInPage);
            assertThat(withoutNonces(Registration.detailsPage(after))).isEqualTo(registrationPage);
            assertThat(signIn(after, PERSON).address()).hasParameter("code");
            assertThat(signIn(after, REGISTERED).address()).hasParameter("code");
            assertThat(after.send("GET", "/users?search=*%40example.com*", "").body())
                    .contains(PERSON, REGISTERED)
                    .doesNotContain("pending");
            OtherRealm imported = OtherRealm.at(server.address(), server.mail(), "portal");
            assertThat(imported.signIn().status()).isEqualTo(200);
            assertThat(signIn(imported, REGISTERED).address()).hasParameter("code");
            assertThat(imported.send("GET", "/users?search=*%40example.com*", "").body())
                    .contains(REGISTERED)
                    .doesNotContain("pending");
            assertThat(
                            server.rows(
                                    "information_schema.tables where upper(table_name) like"
                                            + " '%PORTAL%'"))
                    .as("tables")
                    .isZero();
            assertThat(server.rows("realm_attribute where name like 'portal%'")).isZero();
            assertThat(server.log().lines())
                    .as("errors in the log")
                    .noneMatch(line -> line.contains(" ERROR "));
        }
    }

    private static Page signIn(OtherRealm realm, String address) {
        return Registration.signIn(realm, realm.browser(), address);
    }

    private static String script() {
        Matcher script = SCRIPT.matcher(AdminCommands.text(Path.of("../docs/leaving.md")));
        assertThat(script.find()).isTrue();
        return script.group(1);
    }

    /** What is another for each browser and each start is left out. */
    private static String withoutNonces(Page page) {
        assertThat(page.status()).isEqualTo(200);
        return page.html()
                .replaceAll("localhost:[0-9]+", "localhost")
                .replaceAll("(session_code|execution|tab_id|client_data|state)=[^&\"]*", "$1=")
                .replaceAll("checkAuthSession\\(\\s*\"[^\"]*\"", "checkAuthSession(")
                .replaceAll("/resources/[^/]+/", "/resources/")
                .replaceAll("\"[A-Za-z0-9_-]{20,}\"", "\"\"");
    }
}
