package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.LocalServer;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The run command")
class RunCommandIT {

    @TempDir Path mailFolder;

    @Test
    @DisplayName(
            "starts the portal, prints and saves each mail, and leaves nothing when told to stop")
    void runs() throws IOException, InterruptedException {
        int port = KeycloakServer.freePort();
        Process run = start(port);
        List<ProcessHandle> all = new ArrayList<>();
        try (BufferedReader output = run.inputReader()) {
            List<String> said = readUntil(output, "  Mail ");
            assertThat(said)
                    .anyMatch(line -> line.startsWith("Try it: open http://localhost:"))
                    .noneMatch(line -> line.startsWith("SLF4J"));
            all.addAll(run.descendants().toList());
            assertThat(all).isNotEmpty();
            String register = address(said, "Register");
            // A new one each time: the run command keeps its database.
            String email = "run-" + UUID.randomUUID() + "@example.com";
            Page page =
                    new Browserless(URI.create("http://localhost:" + port))
                            .get(location(register))
                            .submit(Registration.PUBLIC)
                            .submit(Registration.account(email));
            assertThat(page.heading()).isEqualTo("Confirm your email");
            String mail = last(readUntil(output, "Mail to "));
            assertThat(mail)
                    .contains(email, "Children's Services Portal: confirm your email address")
                    .containsPattern("code [0-9]{8}")
                    .contains(".eml");
            try (Stream<Path> saved = Files.list(mailFolder)) {
                assertThat(saved).hasSize(1);
            }
            run.destroy();
            assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            run.destroyForcibly();
        }
        assertThat(all).noneMatch(ProcessHandle::isAlive);
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.getLocalPort()).isEqualTo(port);
        }
    }

    @Test
    @DisplayName("with PORTAL_DEV=true shows what is edited in the theme, without a restart")
    void reloads(@TempDir Path module) throws IOException, InterruptedException {
        copyTheme(module);
        Path theme = module.resolve("src/main/resources/theme/childrens-portal/login");
        int port = KeycloakServer.freePort();
        Process run = start(port, Map.of("PORTAL_DEV", "true"), module);
        try (BufferedReader output = run.inputReader()) {
            String signIn = location(address(readUntil(output, "Watching "), "Sign in"));
            Browserless browser = new Browserless(URI.create("http://localhost:" + port));
            assertThat(browser.get(signIn).heading()).isEqualTo("My account");

            edit(theme.resolve("messages/messages_en.properties"), "=My account", "=Our account");
            readUntil(output, "Reloaded ");
            assertThat(browser.get(signIn).heading()).isEqualTo("Our account");

            edit(theme.resolve("components/button.ftl"), "<button ", "<button data-edited ");
            readUntil(output, "Reloaded ");
            assertThat(browser.get(signIn).document().select("button[data-edited]")).isNotEmpty();

            edit(module.resolve("src/main/sass/_header.scss"), "14px", "15px");
            readUntil(output, "Reloaded ");
            assertThat(linked(browser.get(signIn), "link[rel=stylesheet]", "href"))
                    .contains("15px");

            edit(theme.resolve("resources/js/portal.js"), "// Everything", "// Edited");
            readUntil(output, "Reloaded ");
            assertThat(linked(browser.get(signIn), "script[src]", "src")).contains("// Edited");
        } finally {
            run.destroy();
            assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The module with what its build made, so that nothing of the project's own is edited. */
    private static void copyTheme(Path module) throws IOException {
        Path original = Path.of(System.getProperty("portal.themes.module"));
        for (String part :
                List.of(
                        "src/main",
                        "target/classes",
                        "target/test-classes",
                        "target/class-path.txt")) {
            try (Stream<Path> files = Files.walk(original.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy = module.resolve(original.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String before = Files.readString(file);
        assertThat(before).contains(from);
        Files.writeString(file, before.replace(from, to));
    }

    /** What a page's element leads to. */
    private static String linked(Page page, String element, String attribute) {
        return page.browser().get(page.document().select(element).first().absUrl(attribute)).html();
    }

    @Test
    @DisplayName("names a busy port and ends")
    void busyPort() throws IOException, InterruptedException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process run = start(other.getLocalPort());
            try (BufferedReader output = run.inputReader()) {
                assertThat(output.lines())
                        .anyMatch(
                                line -> line.contains("Port " + other.getLocalPort() + " is busy"));
            }
            assertThat(run.waitFor()).isNotZero();
        }
    }

    private Process start(int port) throws IOException {
        return start(port, Map.of(), Path.of(System.getProperty("portal.themes.module")));
    }

    private Process start(int port, Map<String, String> settings, Path themesModule)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String file : List.of("distribution", "extension", "themes", "realm")) {
            command.add("-Dportal." + file + "=" + System.getProperty("portal." + file));
        }
        command.add("-Dportal.themes.module=" + themesModule);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(LocalServer.class.getName(), "target/run-command"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "PORTAL_HTTP_PORT", String.valueOf(port),
                                "PORTAL_MAIL_DIR", mailFolder.toString()));
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static List<String> readUntil(BufferedReader output, String begin) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(begin)) {
                return lines;
            }
        }
        throw new AssertionError("ended without saying \"" + begin + "\": " + lines);
    }

    private static String address(List<String> said, String name) {
        return said.stream()
                .filter(line -> line.startsWith("  " + name))
                .map(line -> line.substring(name.length() + 2).strip())
                .findFirst()
                .orElseThrow();
    }

    /** Where the relying application sends its visitor. */
    private static String location(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }
}
