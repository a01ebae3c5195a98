package org.childrensportal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.password.PasswordRule;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.childrensportal.keycloak.profile.ProfileError;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The message keys and event errors of the portal")
class MessageKeysTest {

    private static final Path CODE = Path.of("src/main/java");
    private static final List<Path> MESSAGES =
            List.of(
                    Path.of("src/main/resources/theme-resources/messages"),
                    Path.of("../themes/src/main/resources/theme/childrens-portal/login/messages"),
                    Path.of("../themes/src/main/resources/theme/childrens-portal/email/messages"));

    private static final Pattern LANGUAGE = Pattern.compile("messages_(.+)\\.properties");
    private static final Pattern KEY = Pattern.compile("\"(portal[A-Z][\\w.-]*)\"");
    private static final Pattern EVENT_ERROR = Pattern.compile("\"portal_\\w*\"");
    private static final Pattern ENUM = Pattern.compile("^(public )?enum ", Pattern.MULTILINE);

    /** The start of keys that end with the name of a password rule. */
    private static final String PASSWORD_RULE = "portalPasswordRule.";

    static Stream<String> languages() {
        return files(MESSAGES.get(0)).map(MessageKeysTest::language).distinct();
    }

    @Test
    @DisplayName("stand in enums, and nowhere else")
    void inEnums() {
        Set<String> elsewhere =
                sources()
                        .filter(source -> !ENUM.matcher(source).find())
                        .flatMap(
                                source ->
                                        Stream.concat(
                                                found(KEY, source), found(EVENT_ERROR, source)))
                        .collect(Collectors.toSet());
        assertThat(elsewhere).containsExactly("\"" + PASSWORD_RULE + "\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("languages")
    @DisplayName("have a text in every language")
    void haveTexts(String language) {
        Set<String> wanted = new HashSet<>(perRule());
        wanted.addAll(perAttribute());
        sources()
                .flatMap(source -> KEY.matcher(source).results())
                .map(key -> key.group(1))
                .filter(key -> !key.equals(PASSWORD_RULE))
                .forEach(wanted::add);
        assertThat(wanted).hasSizeGreaterThan(60);
        assertThat(texts().get(language)).containsAll(wanted);
    }

    private static Set<String> perRule() {
        return Arrays.stream(PasswordRule.values())
                .flatMap(
                        rule ->
                                Stream.of(
                                        PASSWORD_RULE + rule.id(),
                                        "portalPasswordRuleBroken." + rule.id()))
                .collect(Collectors.toSet());
    }

    /** A postcode, and yes or no, have rules of their own beside that of a missing answer. */
    private static Set<String> perAttribute() {
        Set<String> keys = new HashSet<>();
        Stream.concat(ProfileAttribute.PERSONAL.stream(), ProfileAttribute.WORK.stream())
                .forEach(
                        attribute -> {
                            keys.add(ProfileError.MISSING.messageKey() + "." + attribute);
                            if (!attribute.equals(ProfileAttribute.PROFESSIONAL)
                                    && !attribute.equals(ProfileAttribute.POSTCODE)) {
                                keys.add(ProfileError.TOO_LONG.messageKey() + "." + attribute);
                                keys.add(
                                        ProfileError.CONTROL_CHARACTER.messageKey()
                                                + "."
                                                + attribute);
                            }
                        });
        return keys;
    }

    /** The keys of each language, whether a theme or the extension has their texts. */
    private static Map<String, Set<String>> texts() {
        Map<String, Set<String>> texts = new TreeMap<>();
        for (Path folder : MESSAGES) {
            files(folder)
                    .forEach(
                            file ->
                                    texts.computeIfAbsent(language(file), any -> new HashSet<>())
                                            .addAll(read(file).stringPropertyNames()));
        }
        return texts;
    }

    private static String language(Path file) {
        Matcher name = LANGUAGE.matcher(file.getFileName().toString());
        assertThat(name.matches()).as(file.toString()).isTrue();
        return name.group(1);
    }

    private static Stream<String> found(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(MatchResult::group);
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(MessageKeysTest::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
