package org.childrensportal.servers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Entrance;

/** The portal under test, on one node or several. */
public interface Deployment extends Entrance, AutoCloseable {

    /**
     * What servers under test are set to: mail goes to {@code mail}, the portal logs everything.
     */
    static Map<String, String> environment(Mailbox mail) {
        return Map.of(
                // The stack trace, which Java leaves out of faults that come often: FuzzIT reads
                // it.
                "JAVA_OPTS_APPEND",
                (System.getenv().getOrDefault("JAVA_OPTS_APPEND", "")
                                + " -XX:-OmitStackTraceInFastThrow")
                        .strip(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                "admin",
                "KC_PROXY_HEADERS",
                "xforwarded",
                "KC_LOG_LEVEL",
                "info,org.childrensportal:trace",
                "KC_SPI_REQUIRED_ACTION__PORTAL_VERIFY_EMAIL_CODE__REMOVAL_INTERVAL_SECONDS",
                "2",
                "PORTAL_SMTP_HOST",
                "127.0.0.1",
                "PORTAL_SMTP_PORT",
                String.valueOf(mail.port()));
    }

    /** One of a server's own metrics, as a monitoring system reads them; 0 if it is not there. */
    static double metric(KeycloakServer server, String name, String label) {
        return new Browserless(server.managementAddress())
                .get(server.managementAddress() + "/metrics")
                .html()
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("\"" + label + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    Mailbox mail();

    @Override
    default String codeFor(String address) {
        return mail().codeFor(address);
    }

    AdminConsole admin();

    /** The relying application's authorization request, with more parameters, each with its &. */
    String authorization(String parameters);

    /** Moves the clock of every node ahead of the real time. */
    void clockAhead(Duration ahead);

    /** Every event since the start, as JSON. */
    String events();

    /** The log of every node that ever ran here. */
    List<Path> logs();

    /** Ends every process of it. */
    @Override
    void close();
}
