package org.childrensportal.local;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ./mvnw -Prun}: Keycloak with the portal and a mail catcher, until Ctrl-C. */
public final class LocalServer {

    private static final Map<String, String> ENVIRONMENT = System.getenv();

    private LocalServer() {}

    /** Starts everything; the one argument is the folder that the server is unpacked in. */
    public static void main(String[] arguments)
            throws InterruptedException, IOException, MessagingException {
        int port = port("PORTAL_HTTP_PORT", "8080");
        int smtpPort = port("PORTAL_SMTP_PORT", "0");
        if (KeycloakServer.isBusy(port)) {
            throw new IllegalStateException(
                    "Port %d is busy. Stop what listens there, or set PORTAL_HTTP_PORT to another one."
                            .formatted(port));
        }
        if (smtpPort != 0 && KeycloakServer.isBusy(smtpPort)) {
            throw new IllegalStateException(
                    "Port %d is busy. Set PORTAL_SMTP_PORT to another one.".formatted(smtpPort));
        }
        KeycloakInstallation installation =
                KeycloakInstallation.in(
                        Path.of(arguments[0]),
                        PortalFiles.ofTheBuild(),
                        List.of(),
                        LocalServer::say);
        MailCatcher mail = MailCatcher.start(smtpPort);
        say("Starting the server");
        KeycloakServer server = KeycloakServer.start(installation, port, environment(mail.port()));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    server.close();
                                    mail.close();
                                }));
        announce(server, mail);
        report(mail);
    }

    private static Map<String, String> environment(int smtpPort) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", admin("USERNAME"));
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", admin("PASSWORD"));
        environment.put("PORTAL_SMTP_HOST", "127.0.0.1");
        environment.put("PORTAL_SMTP_PORT", String.valueOf(smtpPort));
        environment.put("PORTAL_WEB_URL", "/realms/portal/account/");
        return environment;
    }

    private static String admin(String what) {
        return ENVIRONMENT.getOrDefault("PORTAL_ADMIN_" + what, "admin");
    }

    private static int port(String variable, String standard) {
        String value = ENVIRONMENT.getOrDefault(variable, standard);
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65535) {
            throw new IllegalStateException(variable + " is not a port: " + value);
        }
        return Integer.parseInt(value);
    }

    private static void announce(KeycloakServer server, MailCatcher mail) {
        say("");
        say("The portal is ready. Stop it with Ctrl-C.");
        say("  Home page      " + server.address() + "/");
        say("  Sign in        " + server.address() + "/realms/portal/account/");
        say(
                "  Register       "
                        + server.address()
                        + "/realms/portal/protocol/openid-connect/registrations"
                        + "?client_id=account&response_type=code&redirect_uri="
                        + server.address()
                        + "/realms/portal/account/");
        say(
                "  Admin console  %s/admin/ (%s / %s)"
                        .formatted(server.address(), admin("USERNAME"), admin("PASSWORD")));
        say("  Mail           caught on port " + mail.port() + ", saved in " + mailFolder());
        say("");
    }

    private static Path mailFolder() {
        return Path.of(ENVIRONMENT.getOrDefault("PORTAL_MAIL_DIR", "target/mail")).toAbsolutePath();
    }

    private static void report(MailCatcher mail) throws MessagingException {
        int seen = 0;
        while (!Thread.currentThread().isInterrupted()) {
            if (mail.awaitMoreThan(seen, 1_000)) {
                var caught = mail.mails().get(seen);
                seen++;
                say(
                        MailCatcher.summary(caught)
                                + " - "
                                + MailCatcher.save(caught, mailFolder(), seen));
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
