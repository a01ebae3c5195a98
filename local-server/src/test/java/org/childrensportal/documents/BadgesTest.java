package org.childrensportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The badges of the README")
class BadgesTest {

    private static final Path TOP = Path.of("..");

    /** What a reader without pictures reads, and what the picture says. */
    private static final Pattern BADGE =
            Pattern.compile("!\\[([^]]+)]\\(https://img\\.shields\\.io/badge/([^)]+)-[a-z]+\\)");

    @Test
    @DisplayName("say what the build says, in the picture as in its description")
    void areTrue() throws IOException {
        String pom = Files.readString(TOP.resolve("pom.xml"));
        List<String> said =
                BADGE.matcher(Files.readString(TOP.resolve("README.md")))
                        .results()
                        .peek(
                                badge ->
                                        assertThat(inWords(badge.group(2)))
                                                .isEqualTo(badge.group(1)))
                        .map(badge -> badge.group(1))
                        .toList();
        assertThat(said)
                .containsExactly(
                        "Keycloak " + in(pom, "<keycloak.version>(.*)</keycloak.version>"),
                        "Java " + in(pom, "<java.release>(.*)</java.release>") + " or newer",
                        "Licence " + in(pom, "(?s)<license>\\s*<name>(.*?)</name>"));
    }

    /** Of two dashes one is meant, of one none: it parts label and message. */
    private static String inWords(String picture) {
        return picture.replace("--", "\u0000")
                .replace('-', ' ')
                .replace('\u0000', '-')
                .replace("%20", " ");
    }

    private static String in(String pom, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(pom);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
