package org.childrensportal.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every translation")
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]+");
    private static final List<Path> BUNDLES =
            List.of(
                    Path.of("src/main/resources/theme/childrens-portal/login/messages"),
                    Path.of("src/main/resources/theme/childrens-portal/email/messages"),
                    Path.of("../extension/src/main/resources/theme-resources/messages"));

    static Stream<Path> translations() throws IOException {
        Stream<Path> all = Stream.empty();
        for (Path bundle : BUNDLES) {
            try (Stream<Path> files = Files.list(bundle)) {
                all =
                        Stream.concat(
                                all,
                                files
                                        .filter(file -> !file.endsWith("messages_en.properties"))
                                        .toList()
                                        .stream());
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("translations")
    @DisplayName("has the keys and placeholders of the English, and no quote that would be lost")
    void complete(Path file) throws IOException {
        Properties english = read(file.resolveSibling("messages_en.properties"));
        Properties translated = read(file);
        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(translated.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
            // MessageFormat eats a single one.
            assertThat(translated.getProperty(key)).as(key).doesNotContain("'");
            assertThat(translated.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    @DisplayName("of the home page has the texts and placeholders of the first")
    void home() throws IOException {
        Properties settings =
                read(Path.of("src/main/resources/theme/childrens-portal/welcome/theme.properties"));
        String[] locales = settings.getProperty("locales").split(",");
        assertThat(locales).contains("en", "cy");
        Map<String, String> english = textsIn(settings, locales[0]);
        for (String locale : locales) {
            Map<String, String> texts = textsIn(settings, locale);
            assertThat(texts.keySet()).as(locale).isEqualTo(english.keySet());
            english.forEach(
                    (key, text) ->
                            assertThat(placeholders(texts.get(key)))
                                    .as(locale + "." + key)
                                    .isEqualTo(placeholders(text)));
        }
    }

    private static Map<String, String> textsIn(Properties settings, String locale) {
        Map<String, String> texts = new TreeMap<>();
        for (String key : settings.stringPropertyNames()) {
            if (key.startsWith(locale + ".")) {
                texts.put(key.substring(locale.length() + 1), settings.getProperty(key));
            }
        }
        assertThat(texts).as(locale).isNotEmpty();
        return texts;
    }

    private static TreeSet<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
