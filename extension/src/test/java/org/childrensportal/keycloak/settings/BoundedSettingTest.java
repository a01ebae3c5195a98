package org.childrensportal.keycloak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A number with bounds")
@Label("A number with bounds")
class BoundedSettingTest {

    private static final BoundedSetting SETTING =
            new BoundedSetting("name", "Label", "", 14, 8, 64);

    @ParameterizedTest
    @CsvSource({
        "8, 8",
        "64, 64",
        "7, 8",
        "65, 64",
        "0, 8",
        "-1, 8",
        "' 30 ', 30",
        "+30, 30",
        "30.7, 30",
        "63.9, 63",
        "7.9, 8",
        "99999999999999999999, 64",
        "-99999999999999999999, 8",
        "1e999999999, 64",
        "1e-999999999, 8",
        "'', 14",
        "' ', 14",
        "many, 14",
        "30 minutes, 14",
        "0x20, 14",
        "NaN, 14",
        "Infinity, 14",
        "'<b>30</b>', 14"
    })
    @DisplayName("is taken as near as can be; what is no number is the default")
    void nearest(String stored, int taken) {
        assertThat(SETTING.nearest(stored)).isEqualTo(taken);
    }

    @Test
    @DisplayName("is read by its first hundred digits, however many there are: a million take long")
    void endless() {
        assertThat(SETTING.nearest("9".repeat(4_000_000))).isEqualTo(64);
        assertThat(SETTING.nearest("-" + "9".repeat(4_000_000))).isEqualTo(8);
        assertThat(SETTING.nearest("0".repeat(98) + "30")).isEqualTo(30);
        assertThat(SETTING.nearest("0".repeat(100) + "30")).as("what comes after").isEqualTo(8);
    }

    @Property
    @Label("is always within the bounds, whatever is stored")
    void alwaysWithin(@ForAll String stored) {
        assertThat(SETTING.allows(SETTING.nearest(stored))).isTrue();
    }

    @Property
    @Label("is what was stored if that is allowed")
    void allowed(@ForAll @IntRange(min = 8, max = 64) int number) {
        assertThat(SETTING.nearest(String.valueOf(number))).isEqualTo(number);
    }

    @Property
    @Label("is the nearest bound if it is a number past it, however large")
    void past(@ForAll BigInteger number) {
        int nearest = number.max(BigInteger.valueOf(8)).min(BigInteger.valueOf(64)).intValue();
        assertThat(SETTING.nearest(number.toString())).isEqualTo(nearest);
    }
}
