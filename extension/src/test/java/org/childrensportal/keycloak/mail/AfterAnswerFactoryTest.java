package org.childrensportal.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.Config;

@DisplayName("The queues of work after the answer")
class AfterAnswerFactoryTest {

    @Test
    @DisplayName("are as large, as quick and as patient as the server's options say")
    void options() {
        WorkQueue.Settings settings =
                AfterAnswerFactory.settings(
                        scope(Map.of("places", "3", "threads", "2", "drain-seconds", "30")));
        assertThat(settings.places()).isEqualTo(3);
        assertThat(settings.threads()).isEqualTo(2);
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(30));
        assertThat(AfterAnswerFactory.settings(scope(Map.of())).patience())
                .isEqualTo(Duration.ofSeconds(8));
    }

    /** Server options as Keycloak gives them to a provider, which asks for texts only. */
    private static Config.Scope scope(Map<String, String> options) {
        return (Config.Scope)
                Proxy.newProxyInstance(
                        Config.Scope.class.getClassLoader(),
                        new Class<?>[] {Config.Scope.class},
                        (scope, method, arguments) -> options.get(arguments[0]));
    }
}
