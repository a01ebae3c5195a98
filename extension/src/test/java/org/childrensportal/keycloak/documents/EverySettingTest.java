package org.childrensportal.keycloak.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.childrensportal.keycloak.address.PendingUserProfileFactory;
import org.childrensportal.keycloak.password.ComposedPasswordFactory;
import org.childrensportal.keycloak.settings.BoundedSetting;
import org.childrensportal.keycloak.settings.RequiredActionNumber;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderFactory;

@DisplayName("Every setting of every provider of ours")
class EverySettingTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SERVICES = CLASSES.resolve("META-INF/services");

    /** What they have are options of Keycloak's server. */
    private static final Set<Class<?>> HANDED_ON =
            Set.of(PendingUserProfileFactory.class, ComposedPasswordFactory.class);

    @Test
    @DisplayName("has a row in docs/settings.md that names a test, and no row is of another")
    void shown() throws Exception {
        Set<String> rows = new TreeSet<>();
        for (List<String> row : DocumentRows.shown("settings.md")) {
            for (String setting : DocumentRows.code(row.get(1))) {
                rows.add(setting);
            }
        }
        Set<String> settings = new TreeSet<>(ofProviders());
        settings.addAll(declared());
        assertThat(rows).isEqualTo(settings);
    }

    private static Set<String> ofProviders() throws Exception {
        Set<String> settings = new TreeSet<>();
        for (Path service : files(SERVICES)) {
            for (String name : Files.readAllLines(service)) {
                Class<?> type = Class.forName(name.strip());
                if (ProviderFactory.class.isAssignableFrom(type) && !HANDED_ON.contains(type)) {
                    settings.addAll(
                            of((ProviderFactory<?>) type.getDeclaredConstructor().newInstance()));
                }
            }
        }
        return settings;
    }

    private static Set<String> of(ProviderFactory<?> factory) {
        Set<String> settings = new TreeSet<>();
        if (factory instanceof ConfiguredProvider configured) {
            addNames(configured.getConfigProperties(), settings);
        }
        addNames(factory.getConfigMetadata(), settings);
        if (factory instanceof PasswordPolicyProviderFactory policy
                && PasswordPolicyProvider.INT_CONFIG_TYPE.equals(policy.getConfigType())) {
            settings.add(policy.getId());
        }
        return settings;
    }

    private static void addNames(List<ProviderConfigProperty> properties, Set<String> settings) {
        if (properties != null) {
            properties.forEach(property -> settings.add(property.getName()));
        }
    }

    /** Those that the console does not show too: the server's options. */
    private static Set<String> declared() throws Exception {
        Set<String> settings = new TreeSet<>();
        for (Path file : files(CLASSES.resolve("org/childrensportal"))) {
            String name = CLASSES.relativize(file).toString();
            if (name.endsWith(".class")) {
                Class<?> type =
                        Class.forName(
                                name.replaceAll("\\.class$", "").replace('/', '.'),
                                false,
                                EverySettingTest.class.getClassLoader());
                for (Field field : type.getDeclaredFields()) {
                    addName(field, settings);
                }
            }
        }
        return settings;
    }

    private static void addName(Field field, Set<String> settings) throws IllegalAccessException {
        if (!Modifier.isStatic(field.getModifiers())) {
            return;
        }
        field.setAccessible(true);
        if (field.getType() == BoundedSetting.class) {
            settings.add(((BoundedSetting) field.get(null)).name());
        } else if (field.getType() == RequiredActionNumber.class) {
            settings.add(((RequiredActionNumber) field.get(null)).setting().name());
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
