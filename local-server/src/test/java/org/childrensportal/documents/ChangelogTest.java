package org.childrensportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Of Keep a Changelog 1.1.0, with upgrade notes before the rest: programs read it, too. */
@DisplayName("The change log")
class ChangelogTest {

    private static final Path CHANGELOG = Path.of("../CHANGELOG.md");
    private static final Pattern VERSION = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern KIND = Pattern.compile("(?m)^### (.+)$");
    private static final String UNRELEASED = "[Unreleased]";
    private static final String RELEASED =
            "\\[\\d+\\.\\d+\\.\\d+](?: - \\d{4}-\\d{2}-\\d{2})( \\[YANKED])?";
    private static final Set<String> KINDS =
            Set.of(
                    "Upgrade notes",
                    "Added",
                    "Changed",
                    "Deprecated",
                    "Removed",
                    "Fixed",
                    "Security");

    @Test
    @DisplayName("has what is not released yet first, then each version with its day, newest first")
    void versions() throws IOException {
        List<String> versions = found(VERSION).toList();
        assertThat(versions).first().isEqualTo(UNRELEASED);
        List<String> released = versions.subList(1, versions.size());
        assertThat(released).allMatch(version -> version.matches(RELEASED));
        assertThat(released.stream().map(version -> version.replaceFirst(".* - ", "")))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    @DisplayName("sorts changes by their kind")
    void kinds() throws IOException {
        assertThat(found(KIND)).isNotEmpty().isSubsetOf(KINDS);
    }

    private static Stream<String> found(Pattern heading) throws IOException {
        List<MatchResult> headings =
                heading.matcher(Files.readString(CHANGELOG)).results().toList();
        return headings.stream().map(result -> result.group(1).strip());
    }
}
