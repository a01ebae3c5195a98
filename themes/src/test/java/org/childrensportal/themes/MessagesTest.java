package org.childrensportal.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
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
import org.junit.jupiter.params.provider.CsvSource;
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
            assertThat(english.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
            assertThat(translated.getProperty(key)).as(key).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("translations")
    @DisplayName("says each thing once, and writes words as the Welsh Government does")
    void once(Path file) throws IOException {
        for (Path each : List.of(file, file.resolveSibling("messages_en.properties"))) {
            List<String> keys =
                    Files.readAllLines(each).stream()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.replaceFirst("(?<!\\\\)=.*", ""))
                            .toList();
            assertThat(keys).as(each.toString()).doesNotHaveDuplicates();
        }
        assertThat(Files.readString(file)).doesNotContainIgnoringCase("e-bost");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en; portalMinutesLeft; 0; it has expired",
                "en; portalMinutesLeft; 1; in 1 minute",
                "en; portalMinutesLeft; 2; in 2 minutes",
                "en; portalMinutesLeft; 60; in 60 minutes",
                "cy; portalMinutesLeft; 0; mae wedi dod i ben",
                "cy; portalMinutesLeft; 1; ymhen 1 munud",
                "cy; portalMinutesLeft; 2; ymhen 2 funud",
                "cy; portalMinutesLeft; 3; ymhen 3 munud",
                "cy; portalMinutesLeft; 60; ymhen 60 munud",
                "en; portalRulesLeft; 1; 1 to meet",
                "en; portalRulesLeft; 9; 9 to meet",
                "cy; portalRulesLeft; 1; Mae 1 gofyniad ar ôl i’w fodloni.",
                "cy; portalRulesLeft; 2; Mae 2 ofyniad ar ôl i’w fodloni.",
                "cy; portalRulesLeft; 9; Mae 9 gofyniad ar ôl i’w fodloni.",
                "cy; linkExpirationFormatter.timePeriodUnit.minutes; 2; funud",
                "cy; linkExpirationFormatter.timePeriodUnit.minutes; 30; munud",
                "cy; linkExpirationFormatter.timePeriodUnit.days; 2; ddiwrnod",
                "cy; portalCodeWrong; 1; Nid yw’r cod yn gywir. Mae gennych 1 cynnig ar ôl.",
                "cy; portalCodeWrong; 2; Nid yw’r cod yn gywir. Mae gennych 2 gynnig ar ôl.",
                "cy; portalCodeWrong; 3; Nid yw’r cod yn gywir. Mae gennych 3 chynnig ar ôl.",
                "cy; portalCodeWrong; 4; Nid yw’r cod yn gywir. Mae gennych 4 cynnig ar ôl.",
                "cy; portalCodeWrong; 6; Nid yw’r cod yn gywir. Mae gennych 6 chynnig ar ôl.",
                "cy; portalCodeWrong; 7; Nid yw’r cod yn gywir. Mae gennych 7 cynnig ar ôl."
            })
    @DisplayName("counts as its language does")
    void counted(String language, String key, int number, String text) throws IOException {
        String message = null;
        for (Path bundle : BUNDLES) {
            String found =
                    read(bundle.resolve("messages_" + language + ".properties")).getProperty(key);
            message = found == null ? message : found;
        }
        assertThat(message).isNotNull();
        assertThat(
                        new MessageFormat(message, Locale.forLanguageTag(language))
                                .format(new Object[] {number}))
                .isEqualTo(text);
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
