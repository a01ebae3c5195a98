package org.childrensportal.local;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code ./mvnw -Prun}: Keycloak with the portal, a mail catcher and a relying application, until
 * Ctrl-C.
 */
public final class LocalServer {

    private static final String REALM = "/realms/portal";

    private LocalServer() {}

    /** Starts everything; the one argument is the folder that the server is unpacked in. */
    public static void main(String[] arguments) throws InterruptedException, MessagingException {
        // Whatever is under way when this process is told to stop, its processes stop with it.
        Runtime.getRuntime().addShutdownHook(new Thread(LocalServer::stopProcesses));
        Instant begun = Instant.now();
        Path folder = Path.of(arguments[0]);
        RunSettings settings = settingsOrEnd(folder);
        KeycloakInstallation installation =
                KeycloakInstallation.in(
                        folder,
                        PortalFiles.ofTheBuild(),
                        List.of(),
                        KeycloakInstallation.ALONE,
                        LocalServer::say);
        KeycloakDatabase database = KeycloakDatabase.in(folder);
        database.keepIfMadeWith(settings.forKeycloak());
        MailCatcher mail = MailCatcher.start(settings.smtpPort());
        say("Starting the server (a quarter of a minute, half a minute the first time)");
        KeycloakServer server =
                KeycloakServer.start(
                        installation,
                        settings.httpPort(),
                        settings.optionsForKeycloak(),
                        settings.forKeycloak());
        database.wasMadeWith(settings.forKeycloak());
        RelyingApplication.start(settings.webPort(), server.address().resolve(REALM));
        announce(server, settings, Duration.between(begun, Instant.now()));
        settings.theme().ifPresent(LiveTheme::watch);
        report(mail, settings.mailFolder());
    }

    /** What people set is wrong at times: that is said in one line. */
    private static RunSettings settingsOrEnd(Path folder) {
        try {
            return RunSettings.read(System.getenv(), KeycloakDatabase.in(folder).madeWith());
        } catch (IllegalStateException e) {
            say(e.getMessage());
            System.exit(1);
            throw e;
        }
    }

    private static void stopProcesses() {
        List<ProcessHandle> all = ProcessHandle.current().descendants().toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(LocalServer::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void announce(KeycloakServer server, RunSettings settings, Duration took) {
        String address = server.address().toString();
        say(
                """

                The portal is ready after %d s. Stop it with Ctrl-C.
                Try it: open %sregister, make up an address, and type the code that is printed here.
                  Home page      %s/
                  Sign in        %s
                  Register       %sregister
                  Admin console  %s/admin/ (%s / %s)
                  Mail           caught on port %d, printed here and saved in %s
                """
                        .formatted(
                                took.toSeconds(),
                                settings.webAddress(),
                                address,
                                settings.webAddress(),
                                settings.webAddress(),
                                address,
                                settings.adminUsername(),
                                settings.adminPassword(),
                                settings.smtpPort(),
                                settings.mailFolder()));
    }

    private static void report(MailCatcher mail, Path folder)
            throws InterruptedException, MessagingException {
        for (int number = 1; ; number++) {
            MimeMessage caught = mail.await(number - 1);
            say(MailCatcher.summary(caught) + " - " + MailCatcher.save(caught, folder, number));
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
