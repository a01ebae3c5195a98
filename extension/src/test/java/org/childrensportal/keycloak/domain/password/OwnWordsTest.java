package org.childrensportal.keycloak.domain.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The words that anybody who knows a person would try")
class OwnWordsTest {

    @ParameterizedTest
    @CsvSource({
        "'', A1-any-password, false",
        "Li, Lively-Horse-7-x, false",
        "Ann, Annual-Horse-7-x, false",
        "Anne, Anne-Horse-7-xyz, true",
        "Anne, My-horse-7-ANNE, true",
        "J.R. Lee, Lively-Lee-7-xyz, false",
        "J.R. Lee, Lively-JR-lee-7, true",
        "A-n-n, Annual-Horse-7-x, false",
        // Three letters that take two places each in Java's texts, and four.
        "\uD801\uDC00\uD801\uDC01\uD801\uDC02, x\uD801\uDC00\uD801\uDC01\uD801\uDC02x, false",
        "\uD801\uDC00\uD801\uDC01\uD801\uDC02\uD801\uDC03,"
                + " x\uD801\uDC00\uD801\uDC01\uD801\uDC02\uD801\uDC03x,"
                + " true"
    })
    @DisplayName("have at least four letters: shorter ones are in good passwords by chance")
    void shortest(String name, String password, boolean found) {
        assertThat(OwnWords.of(List.of(name)).areIn(password)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "ann.lee@school.example, My-annlee-7-horse, true",
        "ann.lee@school.example, Ann.Lee@school.example, true",
        "ann.lee@school.example, My-school-7-example, false",
        "ann@school.example, My-annual-7-horse, false",
        "anne@bell@school.example, My-anne-bell-7-x, true",
        "anne@bell@school.example, My-anne-7-horses, false",
        "@school.example, My-horse-7-xyzzy, false",
        "@school.example, My-schoolexample-7, true",
        "anne@, My-anne-7-horses, true"
    })
    @DisplayName("are of an email address what stands before its last at sign, and the whole")
    void address(String address, String password, boolean found) {
        assertThat(OwnWords.of(List.of(address)).areIn(password)).isEqualTo(found);
    }

    @Property
    @Label("are found wherever they stand, in either case and with signs between their letters")
    void anywhere(
            @ForAll @AlphaChars @StringLength(min = 4, max = 12) String name,
            @ForAll @AlphaChars @StringLength(max = 5) String around) {
        String spread = String.join("-", name.split(""));
        assertThat(OwnWords.of(List.of("Li", name)))
                .matches(words -> words.areIn(around + spread + around))
                .matches(words -> words.areIn(around + name.toUpperCase(Locale.ROOT)))
                .matches(words -> words.areIn(spread.toLowerCase(Locale.ROOT) + around));
    }
}
