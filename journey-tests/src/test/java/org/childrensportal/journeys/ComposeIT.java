package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.servers.Composed;
import org.childrensportal.servers.Engine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("containers")
@DisplayName("What docker-compose.yml starts")
class ComposeIT {

    private static final URI SERVER = URI.create("http://localhost:8080");
    private static final URI INBOX = URI.create("http://localhost:8025");
    private static final URI CALLBACK = URI.create("http://localhost:8081/callback");
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{8}\\b");

    @Test
    @DisplayName("lets a professional register, confirm and sign in, and shows the mail")
    void registers() {
        try (Composed containers =
                new Composed(
                        "portal-compose-test",
                        "docker-compose.yml",
                        Map.of(
                                "POSTGRES_PASSWORD", "postgres",
                                "PORTAL_ADMIN_USERNAME", "admin",
                                "PORTAL_ADMIN_PASSWORD", "admin",
                                "PORTAL_JAVA_OPTIONS", Engine.SHORT_LIVED))) {
            containers.compose("up", "-d", "--build");
            Await.until("the portal answers", ComposeIT::answers);
            String address = "person-" + UUID.randomUUID() + "@example.com";
            assertThat(
                            new WholeJourney(SERVER, CALLBACK, ComposeIT::code)
                                    .register(address)
                                    .toJSONObject())
                    .containsEntry("email", address)
                    .containsEntry("email_verified", true);
        }
    }

    private static boolean answers() {
        try {
            return new Browserless(SERVER).get(SERVER + "/realms/portal").status() == 200;
        } catch (UncheckedIOException e) {
            // Nobody listens yet.
            return false;
        }
    }

    /** As Mailpit shows it. */
    private static String code(String address) {
        Page mail =
                new Browserless(INBOX)
                        .get(
                                INBOX
                                        + "/view/latest.txt?query="
                                        + Browserless.encode("to:\"" + address + "\""));
        Matcher code = CODE.matcher(mail.html());
        assertThat(code.find()).as(mail.html()).isTrue();
        return code.group();
    }
}
