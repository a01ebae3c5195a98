package org.childrensportal.breakages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.childrensportal.breakages.UnifiedDiff.DoesNotApply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The breakages that tests have to notice")
class BreakagesTest {

    private static final Path JOURNEYS = Path.of("src/test/java");
    private static final Path UNITS = Path.of("../extension/src/test/java");

    static Stream<Breakage> all() throws IOException {
        return Breakage.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("still apply")
    void apply(Breakage breakage) throws Exception {
        assertThat(Project.changedBy(breakage.diff())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("name a test that is there")
    void named(Breakage breakage) throws IOException {
        TestName test = breakage.test();
        assertThat(test.isIn(test.isUnitTest() ? UNITS : JOURNEYS)).as("%s", test).isTrue();
    }

    @Test
    @DisplayName("apply where their lines have gone to, and nowhere else")
    void moved() throws DoesNotApply {
        UnifiedDiff diff =
                UnifiedDiff.of(
                        List.of(
                                "Says something.",
                                "Test: OneIT#one",
                                "--- a/file",
                                "+++ b/file",
                                "@@ -2,3 +2,3 @@",
                                " before",
                                "-old",
                                "+new",
                                " after"));
        assertThat(diff.paths()).containsExactly("file");
        assertThat(diff.applied("file", "more\nand\nmore\nbefore\nold\nafter\n"))
                .isEqualTo("more\nand\nmore\nbefore\nnew\nafter\n");
        assertThatThrownBy(() -> diff.applied("file", "before\nolder\nafter\n"))
                .isInstanceOf(DoesNotApply.class)
                .hasMessageContaining("file");
    }
}
