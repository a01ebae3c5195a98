package org.childrensportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("In the documents")
class DocumentsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** The whole command, or its options alone ("the same with …"). */
    private static final Pattern COMMAND =
            Pattern.compile("(?:.*\\./mvnw|(?=-[DP]))(.*?)(?:&&.*)?");

    private static MavenCommands maven;
    private static NamedThings things;

    @BeforeAll
    static void readThePoms() throws Exception {
        maven = MavenCommands.of(ROOT);
        things = NamedThings.of(ROOT);
    }

    static Stream<Arguments> links() throws IOException {
        return Markdown.under(ROOT).stream()
                .flatMap(
                        document ->
                                document.links().stream()
                                        .map(link -> Arguments.of(name(document), link)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("links")
    @DisplayName("every link leads to a file and a heading that are there")
    void link(String document, String link) {
        assertThat(Markdown.read(ROOT.resolve(document)).fault(link)).isEmpty();
    }

    static Stream<Arguments> commands() throws IOException {
        return Markdown.under(ROOT).stream()
                .flatMap(
                        document ->
                                document.code().stream()
                                        .flatMap(DocumentsTest::arguments)
                                        .map(command -> Arguments.of(name(document), command)));
    }

    @ParameterizedTest(name = "{0}: ./mvnw {1}")
    @MethodSource("commands")
    @DisplayName("every command names profiles, options, goals and tests that are there")
    void command(String document, String arguments) {
        assertThat(maven.fault(arguments)).isEmpty();
    }

    @Test
    @DisplayName("files, tests, variables, ids, ports, and commands of the server are there")
    void named() throws IOException {
        List<String> faults =
                Markdown.under(ROOT).stream()
                        .flatMap(
                                document ->
                                        document.code().stream()
                                                .flatMap(code -> things.fault(code).stream())
                                                .map(fault -> name(document) + ": " + fault))
                        .toList();
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "CONTRIBUTING.md"})
    @DisplayName("commands and links are found")
    void found(String document) {
        Markdown markdown = Markdown.read(ROOT.resolve(document));
        assertThat(markdown.links()).isNotEmpty();
        assertThat(markdown.code().stream().flatMap(DocumentsTest::arguments))
                .contains("-Prun", "verify");
    }

    @ParameterizedTest
    @CsvSource({
        "missing.md, there is no",
        "docs/missing.png, there is no",
        "README.md#missing, has no heading #missing",
        "#missing, has no heading #missing"
    })
    @DisplayName("a link that leads nowhere is told")
    void brokenLink(String link, String fault) {
        Markdown document =
                new Markdown(ROOT.resolve("README.md"), "See [it](%s).".formatted(link));
        assertThat(document.links()).containsExactly(link);
        assertThat(document.fault(link))
                .hasValueSatisfying(told -> assertThat(told).contains(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Pmissing | no profile missing",
                "verify -Prun,missing | no profile missing",
                "verify -Dmissing | no property missing",
                "verify -Dit.test='RegistrationIT,MissingIT' | no test MissingIT",
                "verify -Dit.test=RegistrationIT#missing | no test RegistrationIT#missing",
                "test -pl missing | no module missing",
                "--missing | no option --missing",
                "missing | no goal missing",
                "missing:apply | no goal missing:apply"
            })
    @DisplayName("a command that does not work is told")
    void brokenCommand(String arguments, String fault) {
        assertThat(maven.fault(arguments))
                .hasValueSatisfying(told -> assertThat(told).contains(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "docs/missing.md | no file docs/missing.md",
                "docker compose -f missing.yml up | no file missing.yml",
                "docker compose missing | no command docker compose missing",
                "docker compose exec -T missing true | no service missing",
                "MissingIT | no test MissingIT",
                "export PORTAL_MISSING=1 | no variable PORTAL_MISSING",
                "-s authenticator=portal-missing | no id portal-missing",
                "curl http://localhost:6553/ | no port :6553",
                "kc.sh missing | no command kc.sh missing",
                "kcadm.sh missing | no command kcadm.sh missing",
                "kcadm.sh get realms -r my-realm --missing | no option of kcadm.sh --missing",
                "curl --silent --missing | no option of curl --missing",
                "kcadm.sh get portal/missing -r my-realm | no admin request missing"
            })
    @DisplayName("something that is not there is told")
    void missing(String code, String fault) {
        assertThat(things.fault(code)).hasValueSatisfying(told -> assertThat(told).contains(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When Keycloak moves | when-keycloak-moves",
                "3.1. Register – step 2 | 31-register--step-2",
                "Children's pages | childrens-pages",
                "`passwordHistory` | passwordhistory"
            })
    @DisplayName("a heading has the anchor that GitHub gives it")
    void anchor(String heading, String anchor) {
        Markdown document = new Markdown(ROOT, "## %s\n\n## %s\n".formatted(heading, heading));
        assertThat(document.anchors()).isEqualTo(List.of(anchor, anchor + "-1"));
    }

    private static Stream<String> arguments(String code) {
        var command = COMMAND.matcher(code);
        return command.matches() ? Stream.of(command.group(1).strip()) : Stream.empty();
    }

    private static String name(Markdown document) {
        return ROOT.relativize(document.file()).toString();
    }
}
