package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.childrensportal.checks.Prometheus;
import org.childrensportal.checks.WatchingFiles;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AnotherRealm;
import org.childrensportal.servers.FaultyMailServer;
import org.childrensportal.servers.FaultyMailServer.Fault;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Portal.Provider.class)
@DisplayName("Whoever watches the portal")
class WatchingIT {

    private static final String REALM = "portal";
    private static final String PENDING = "portal_pending_accounts";
    private static final String IN_PROGRESS = "portal_code_mails_in_progress";
    private static final String BUCKET = "portal_mail_to_code_seconds_bucket";

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    private final Portal portal;
    private final String address = "watched-" + UUID.randomUUID() + "@example.com";

    WatchingIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("is shown every number that the rules and the dashboard ask for")
    void everyNumber() {
        Registration.register(portal, address);
        String shown = shown();
        String queries =
                WatchingFiles.text(WatchingFiles.RULES)
                        + String.join("\n", WatchingFiles.queriesOfDashboard());
        Set<String> names = WatchingFiles.metrics(queries);
        assertThat(names)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(shown).containsPattern("\n" + name + "[{ ]"));
        assertThat(WatchingFiles.buckets(queries))
                .isNotEmpty()
                .allSatisfy(
                        bound ->
                                assertThat(shown.lines())
                                        .anyMatch(
                                                line ->
                                                        line.startsWith(BUCKET)
                                                                && line.contains(
                                                                        "le=\"%s\""
                                                                                .formatted(
                                                                                        bound))));
    }

    @Test
    @DisplayName("learns nothing about anybody: the portal's own numbers are of realms")
    void nobody() {
        Registration.register(portal, address);
        List<String> numbers = shown().lines().filter(line -> line.startsWith("portal_")).toList();
        assertThat(numbers).isNotEmpty().allMatch(line -> line.contains("{realm=\""));
        assertThat(numbers.stream().flatMap(line -> LABEL.matcher(line).results()))
                .extracting(label -> label.group(1))
                .containsOnly("realm", "le");
    }

    @Test
    @DisplayName("sees an account that is not confirmed yet come and go")
    void pending() {
        // A realm without a past: accounts of others may end between two counts.
        try (AnotherRealm realm = AnotherRealm.imported(portal, AnotherRealm.file(portal))) {
            Page page = Registration.codePage(realm, address);
            Await.until("one", () -> portal.metric(PENDING, realm.name()) == 1);
            page.submit(Map.of("code", realm.codeFor(address)));
            Await.until("none", () -> portal.metric(PENDING, realm.name()) == 0);
        }
    }

    @Test
    @DisplayName("sees how long after its mail a code was entered")
    void mailToCode() {
        double withinTwoMinutes = portal.metric(BUCKET, "120.0");
        double withinFive = portal.metric(BUCKET, "300.0");
        Page page = Registration.codePage(portal, address);
        portal.clockAhead(Duration.ofMinutes(3));
        page.submit(Map.of("code", portal.codeFor(address)));
        assertThat(portal.metric(BUCKET, "300.0")).isEqualTo(withinFive + 1);
        assertThat(portal.metric(BUCKET, "120.0")).isEqualTo(withinTwoMinutes);
    }

    @Test
    @DisplayName("sees that the owner of an address was told of another registration")
    void ownerNotice() {
        double before = portal.metric("portal_owner_notices_total", REALM);
        Registration.register(portal, address);
        portal.clockAhead(Duration.ofSeconds(61));
        Registration.codePage(portal, address);
        assertThat(portal.metric("portal_owner_notices_total", REALM)).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("sees a mail while it is in progress")
    void inProgress() {
        Page page = Registration.accountPage(portal);
        try (FaultyMailServer mail = new FaultyMailServer(Fault.SILENT)) {
            portal.admin().realm().sendMailTo(mail.port(), Duration.ofMinutes(5));
            Crowd.atOnce(
                    List.of(() -> page.submit(Registration.account(address))),
                    () -> {
                        Await.until(
                                "a mail in progress", () -> portal.metric(IN_PROGRESS, REALM) == 1);
                        mail.become(Fault.BUSY);
                    });
        }
        assertThat(portal.metric(IN_PROGRESS, REALM)).isZero();
    }

    @Test
    @DisplayName("is alerted when the mail server takes no mail, and not before")
    void alert(@TempDir Path folder) {
        // A realm without a past: others of this server have seen many mails fail.
        String realm = "watched-" + UUID.randomUUID();
        String alert = "PortalMailDown " + realm;
        try (FaultyMailServer mail = new FaultyMailServer(Fault.NONE);
                Prometheus prometheus = Prometheus.watching(portal.managementAddress(), folder)) {
            portal.admin().importRealm(realm(realm, mail.port()));
            Page page =
                    portal.browser()
                            .get(portal.accountConsole(realm))
                            .submit(Map.of("username", "ann", "password", Registration.PASSWORD));
            prometheus.awaitRealm(realm);
            assertThat(prometheus.firing()).doesNotContain(alert);
            mail.become(Fault.BUSY);
            // More than one look of Prometheus: it counts what comes between two.
            Await.until(
                    "the alert",
                    () -> {
                        page.submit(Map.of("resend", "true"));
                        return prometheus.firing().contains(alert);
                    });
        } finally {
            portal.admin().removeRealm(realm);
        }
    }

    private String realm(String name, int mailPort) {
        return """
        {"realm": "%1$s", "enabled": true, "loginTheme": "childrens-portal",
         "emailTheme": "childrens-portal",
         "smtpServer": {"host": "127.0.0.1", "port": "%4$d", "from": "a@portal.example"},
         "requiredActions": [{"alias": "portal-verify-email-code", "name": "code",
           "providerId": "portal-verify-email-code", "enabled": true, "priority": 5,
           "config": {"pause-between-codes-seconds": "0"}}],
         "users": [{"username": "ann", "email": "%2$s", "enabled": true, "firstName": "Ann",
           "lastName": "Lee", "credentials": [{"type": "password", "value": "%3$s"}]}]}
        """
                .formatted(name, address, Registration.PASSWORD, mailPort);
    }

    private String shown() {
        String address = portal.managementAddress() + "/metrics";
        return new Browserless(portal.managementAddress()).get(address).html();
    }

    @AfterEach
    void asBefore() {
        portal.clockAhead(Duration.ZERO);
        portal.admin().realm().sendMailTo(portal.mail().port(), Duration.ofSeconds(10));
    }
}
