package org.childrensportal.keycloak.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A session, and the password that its account has now")
class LetInTest {

    @ParameterizedTest(name = "{4}")
    @CsvSource({
        "1000000, 1500, 1499000, true, 'the password was chosen just before it began'",
        "1000000, 1500, 1560000, true, 'it was chosen while it began'",
        "1000000, 1500, 1560001, false, 'it was chosen long after that'",
        "1000000, 1500, 1000000, false, 'it is the one that let it in'",
        "1499000, 1500, 1000000, false, 'this node does not know of the one yet that let it in'",
        "none, 1500, 1500001, true, 'it is the first, chosen while it began'",
        "none, 1500, none, false, 'there is none as there was none'",
        "1000000, 1500, none, false, 'it was removed'",
    })
    @DisplayName("ends if the password was chosen while it began, and not otherwise")
    void began(String password, long started, String now, boolean ends, String why) {
        assertThat(new LetIn(password, Duration.ofSeconds(started)).isWhileChosen(now))
                .as(why)
                .isEqualTo(ends);
    }
}
