package org.childrensportal.keycloak.domain.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A browser and its device, in words")
class BrowserNameTest {

    @ParameterizedTest
    @CsvSource({
        "Chrome/119.0.0, Windows, Chrome, Windows",
        "Chrome Mobile/119.0, Android, Chrome, Android",
        "Chrome Mobile iOS/119.0, iOS, Chrome, iPhone or iPad",
        "HeadlessChrome/140.0.0, Linux, Chrome, Linux",
        "Mobile Safari/17.0, iOS, Safari, iPhone or iPad",
        "Mobile Safari UI/WKWebView/1, iOS, Safari, iPhone or iPad",
        "Safari/17.1, Mac OS X, Safari, Mac",
        "Firefox/128.0, Ubuntu, Firefox, Linux",
        "Firefox Mobile/128.0, Android, Firefox, Android",
        "Edge/120.0.0, Windows, Edge, Windows",
        "Edge Mobile/120.0.0, Android, Edge, Android",
        "Opera/105.0, Mac OS X, Opera, Mac",
        "Samsung Internet/23.0, Android, Samsung Internet, Android",
        "IE/11.0, Windows, Internet Explorer, Windows",
        "Chrome/119.0.0, Chrome OS, Chrome, Chromebook",
        "Chromium/119.0.0, Debian, Chromium, Linux"
    })
    @DisplayName("are those that people know")
    void known(String family, String os, String browser, String system) {
        assertThat(BrowserName.of(Optional.of(family), Optional.of(os)))
                .isEqualTo(new BrowserName(Optional.of(browser), Optional.of(system)));
    }

    @ParameterizedTest
    @CsvSource({
        "Other/Unknown, Other",
        "Java-http-client/17.0, Unknown",
        "'', ''",
        "iElement/1, Windowsill",
        "<script>alert(1)</script>, ' OR 1=1"
    })
    @DisplayName("are left out where nobody would know the name")
    void unknown(String family, String os) {
        assertThat(BrowserName.of(Optional.of(family), Optional.of(os)))
                .isEqualTo(BrowserName.UNKNOWN);
    }

    @Test
    @DisplayName("may be known by half")
    void half() {
        assertThat(BrowserName.of(Optional.empty(), Optional.of("Windows")).system())
                .contains("Windows");
    }
}
