package org.childrensportal.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the run command is set to: by the environment, else as it was the last time, else any free
 * port.
 *
 * @param httpPort the port of Keycloak
 * @param smtpPort the port of the mail catcher
 * @param webPort the port of the relying application
 * @param mailFolder where caught mails are saved
 * @param adminUsername the first administrator's user name
 * @param adminPassword and password
 * @param theme the theme as it is being edited, if the server is to read it anew each time
 */
record RunSettings(
        int httpPort,
        int smtpPort,
        int webPort,
        Path mailFolder,
        String adminUsername,
        String adminPassword,
        Optional<LiveTheme> theme) {

    private static final String SMTP_PORT = WantedPort.SMTP_PORT;
    private static final String WEB_URL = "PORTAL_WEB_URL";
    private static final String DEV = "PORTAL_DEV";

    /**
     * Reads the settings.
     *
     * @param environment the environment variables
     * @param last what {@link #forKeycloak()} was the last time, empty if there was none
     * @throws IllegalStateException if a port is not one or is busy; the message names it
     */
    static RunSettings read(Map<String, String> environment, Map<String, String> last) {
        int web =
                last.containsKey(WEB_URL)
                        ? URI.create(last.get(WEB_URL)).getPort()
                        : KeycloakServer.freePort();
        return new RunSettings(
                WantedPort.http(environment),
                WantedPort.smtp(environment)
                        .orElseGet(
                                () ->
                                        KeycloakServer.freePort(
                                                Integer.parseInt(
                                                        last.getOrDefault(SMTP_PORT, "0")))),
                KeycloakServer.freePort(web),
                Path.of(environment.getOrDefault("PORTAL_MAIL_DIR", "target/mail"))
                        .toAbsolutePath(),
                environment.getOrDefault("PORTAL_ADMIN_USERNAME", "admin"),
                environment.getOrDefault("PORTAL_ADMIN_PASSWORD", "admin"),
                environment.getOrDefault(DEV, "false").equals("true")
                        ? Optional.of(LiveTheme.ofTheBuild())
                        : Optional.empty());
    }

    /** The relying application's address. */
    String webAddress() {
        return "http://localhost:" + webPort + "/";
    }

    /** Options of the server: those of one by itself, and of the theme if that is being edited. */
    List<String> optionsForKeycloak() {
        List<String> options = new ArrayList<>(List.of("--cache=local"));
        theme.ifPresent(edited -> options.addAll(edited.options()));
        return options;
    }

    /** The environment of the server: its first administrator and the realm's placeholders. */
    Map<String, String> forKeycloak() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", adminUsername);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword);
        environment.put("PORTAL_SMTP_HOST", "127.0.0.1");
        environment.put(SMTP_PORT, String.valueOf(smtpPort));
        environment.put(WEB_URL, webAddress());
        environment.put("PORTAL_WEB_REDIRECT_URI", webAddress() + "callback");
        return environment;
    }
}
