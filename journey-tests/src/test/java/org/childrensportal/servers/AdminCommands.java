package org.childrensportal.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.childrensportal.local.KeycloakInstallation;

/** An administrator at a shell, with the commands that a page of the documentation says. */
public final class AdminCommands {

    private static final Pattern SCRIPT = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

    private final KeycloakInstallation installation;
    private final Path folder;
    private final Map<String, String> environment;

    /**
     * @param folder where the shell is and files are kept
     * @param environment the variables that the page says to set
     */
    public AdminCommands(
            KeycloakInstallation installation, Path folder, Map<String, String> environment) {
        this.installation = installation;
        this.folder = folder;
        this.environment = environment;
    }

    /** Every command of a page, in its order. */
    public static String of(Path page) {
        return SCRIPT.matcher(text(page))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining());
    }

    /** A page, as it is written. */
    public static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file where the shell is. */
    public void give(Path file) {
        try {
            Files.copy(
                    file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives commands to the shell; answers what they print. */
    public String give(String commands) {
        try {
            Path output = Files.createTempFile(folder, "commands", ".log");
            ProcessBuilder shell =
                    new ProcessBuilder(List.of("bash", "-c", commands))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            shell.environment().putAll(environment);
            shell.environment()
                    .merge(
                            "PATH",
                            installation.home().toAbsolutePath().resolve("bin").toString(),
                            (path, bin) -> bin + ":" + path);
            // Its login is kept there. Many short commands: starting Java is most of each.
            shell.environment()
                    .put(
                            "KC_OPTS",
                            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=" + folder);
            shell.start().waitFor();
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
