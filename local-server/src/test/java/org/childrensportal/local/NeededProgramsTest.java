package org.childrensportal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On machines that have nothing but what a test puts there: scripts, by a program's name. */
@DisplayName("The programs that the tests need")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs here are shell scripts")
class NeededProgramsTest {

    private static final Path SOURCE =
            Path.of("src/main/java/org/childrensportal/local/NeededPrograms.java");

    @TempDir private Path folder;
    private final List<String> said = new ArrayList<>();
    private boolean canBeFetched;

    @Test
    @DisplayName("are asked for, by packages, where they may not be installed")
    void askedFor() throws IOException {
        give("id", "echo 1000");
        give("apt-get", "exit 1");
        canBeFetched = true;
        assertThat(areThereFor("-B verify")).isFalse();
        assertThat(said)
                .singleElement()
                .asString()
                .contains("Chromium or Chrome, its driver, Prometheus")
                .contains("apt-get install chromium fonts-liberation chromium-driver prometheus");
    }

    @Test
    @DisplayName("are asked for where a password would be asked for by sudo")
    void sudoAsksForAPassword() throws IOException {
        give("id", "echo 1000");
        give("apt-get", "exit 1");
        give("sudo", "exit 1");
        assertThat(areThereFor("verify")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo 0", "echo 1000"})
    @DisplayName("are installed by root, and by a sudo that asks for no password")
    void installed(String user) throws IOException {
        give("id", user);
        give("sudo", "test $1 = -n && shift && exec \"$@\"");
        giveAptGet();
        assertThat(areThereFor("verify")).isTrue();
        assertThat(said)
                .containsExactly(
                        "The tests need what is not here yet. Installing:"
                                + " chromium fonts-liberation chromium-driver prometheus");
        assertThat(Files.readString(folder.resolve("asked")))
                .contains("update", "--no-install-recommends chromium fonts-liberation");
    }

    @Test
    @DisplayName("are missed when apt-get fails")
    void notInstalled() throws IOException {
        give("id", "echo 0");
        give("apt-get", "exit 100");
        assertThat(areThereFor("verify")).isFalse();
        assertThat(said).last().asString().contains("apt-get did not install them");
    }

    @Test
    @DisplayName("are left to Selenium on other systems than Debian, if it reaches its source")
    void fetched() throws IOException {
        give("promtool", "");
        canBeFetched = true;
        assertThat(areThereFor("verify")).isTrue();
        assertThat(said).singleElement().asString().contains("Selenium fetches");
        canBeFetched = false;
        assertThat(areThereFor("verify")).isFalse();
    }

    @Test
    @DisplayName("have to be of one version, and are told by their files and numbers if not")
    void versions() throws IOException {
        give("promtool", "");
        give("chromium", "echo Chromium 138.0.7204.49 built on Debian");
        give("chromedriver", "echo 'ChromeDriver 138.0.7204.157 (a4f1b)'");
        assertThat(areThereFor("verify")).isTrue();
        assertThat(said).isEmpty();
        give("chromedriver", "echo 'ChromeDriver 140.0.7339.16 (f26a3)'");
        assertThat(areThereFor("verify")).isFalse();
        assertThat(said)
                .singleElement()
                .asString()
                .contains("/chromium is version 138, but ")
                .contains("/chromedriver is version 140");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package",
                "test -pl extension",
                "-Prun",
                "spotless:apply",
                "verify -DskipTests",
                "verify -DskipITs=true",
                "verify -Prelease",
                "verify -Pcontainers -DskipTests",
                ""
            })
    @DisplayName("are not looked for where no browser is started")
    void notNeeded(String command) {
        assertThat(areThereFor(command)).isTrue();
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify",
                "-o verify -Djourney=SignInIT",
                "verify -Pnodes",
                "-Pbenchmark -Dquick",
                "-Pbreak -Dbreak.sample=10",
                "verify -DskipTests=false"
            })
    @DisplayName("are looked for where a browser may be started")
    void needed(String command) {
        assertThat(areThereFor(command)).isFalse();
    }

    @Test
    @DisplayName("include MariaDB where its journeys are run")
    void database() throws IOException {
        assertThat(areThereFor("verify -Pmariadb")).isFalse();
        assertThat(said).singleElement().asString().contains("apt-get install mariadb-server");
        give("mariadbd", "");
        assertThat(areThereFor("verify -Pmariadb")).isTrue();
    }

    @Test
    @DisplayName("include a container engine where none runs, and Compose where it is not built in")
    void engine() throws IOException {
        assertThat(areThereFor("verify -Pcontainers")).isFalse();
        assertThat(said)
                .singleElement()
                .asString()
                .contains("apt-get install docker.io mmdebstrap docker-compose");
        give("docker", "test $1 = info");
        give("docker-compose", "");
        assertThat(areThereFor("verify -Pcontainers")).isTrue();
        give("docker", "exit 1");
        assertThat(areThereFor("verify -Pcontainers")).isFalse();
        give("dockerd", "");
        give("mmdebstrap", "");
        assertThat(areThereFor("-Pcontainers verify")).isTrue();
    }

    @Test
    @DisplayName("are told by the file as Maven runs it, which leaves word for Maven")
    void asMavenRunsIt() throws IOException, InterruptedException {
        give("apt-get", "");
        Path missing = folder.resolve("target/unmet-needs");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, SOURCE.toString(), missing.toString());
        builder.environment().put("PATH", folder.toString());
        builder.environment().put("MAVEN_CMD_LINE_ARGS", " verify -ntp");
        Process process = builder.redirectErrorStream(true).start();
        assertThat(process.inputReader().lines())
                .anyMatch(line -> line.contains("apt-get install chromium"));
        assertThat(process.waitFor()).isZero();
        assertThat(missing).exists();
    }

    private boolean areThereFor(String command) {
        return new NeededPrograms(List.of(folder), () -> canBeFetched, said::add)
                .areThereFor(command);
    }

    /** One that makes the programs of its packages, and writes down what it was asked. */
    private void giveAptGet() throws IOException {
        give(
                "apt-get",
                """
                cd "$(dirname "$0")"
                echo "$@" >> asked
                case "$*" in
                  *install*) for program in chromium chromedriver promtool; do
                    echo '#!/bin/sh' > $program; chmod +x $program; done ;;
                esac
                """);
    }

    private void give(String program, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(program), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
