package org.childrensportal.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A port that somebody wants by an environment variable. Maven runs this file as it is, before it
 * builds for the run command, so it needs no other class.
 */
final class WantedPort {

    /** Keycloak's, and the variable that asks for another one. */
    static final String HTTP_PORT = "PORTAL_HTTP_PORT";

    /** The mail catcher's. */
    static final String SMTP_PORT = "PORTAL_SMTP_PORT";

    private static final String STANDARD_HTTP_PORT = "8080";

    private WantedPort() {}

    /**
     * Looks at the ports that the run command would use. The one argument is a file, which is there
     * afterwards if one of them can't be used, for Maven to end without a stack trace.
     */
    public static void main(String[] arguments) throws IOException {
        Path refused = Path.of(arguments[0]);
        Files.deleteIfExists(refused);
        try {
            http(System.getenv());
            smtp(System.getenv());
        } catch (IllegalStateException e) {
            System.out.println(System.lineSeparator() + e.getMessage() + System.lineSeparator());
            Files.createDirectories(refused.getParent());
            Files.createFile(refused);
        }
    }

    /**
     * The port of Keycloak.
     *
     * @throws IllegalStateException if it is not one or is busy; the message names it
     */
    static int http(Map<String, String> environment) {
        return usable(HTTP_PORT, environment.getOrDefault(HTTP_PORT, STANDARD_HTTP_PORT));
    }

    /**
     * The port of the mail catcher, if one is asked for.
     *
     * @throws IllegalStateException if it is not one or is busy; the message names it
     */
    static OptionalInt smtp(Map<String, String> environment) {
        return environment.containsKey(SMTP_PORT)
                ? OptionalInt.of(usable(SMTP_PORT, environment.get(SMTP_PORT)))
                : OptionalInt.empty();
    }

    private static int usable(String name, String value) {
        if (!value.matches("[0-9]{1,5}")
                || Integer.parseInt(value) < 1
                || Integer.parseInt(value) > 65_535) {
            throw new IllegalStateException(
                    "%s is not a port: \"%s\". A port is a number from 1 to 65535."
                            .formatted(name, value));
        }
        int port = Integer.parseInt(value);
        if (isBusy(port)) {
            throw new IllegalStateException(
                    "Port %d is busy. Stop what listens there, or set %s to another one."
                            .formatted(port, name));
        }
        return port;
    }

    /** Whether something listens on {@code port} already. */
    static boolean isBusy(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() != port;
        } catch (IOException e) {
            // Cannot be bound: that is the answer.
            return true;
        }
    }
}
