package org.childrensportal.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.Constants;

/**
 * What the code has names for: every short text in the extension's sources and templates, and the
 * parameters of Keycloak and of OpenID Connect. What is new there is tried from then on.
 */
final class Words {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEXT = Pattern.compile("\"([A-Za-z0-9_.:/-]{2,40})\"");
    private static final Pattern CLASS_NAME = Pattern.compile("[a-z]+(\\.\\w+)+");
    private static final Pattern TELLING_KEY = Pattern.compile("\\w*[a-z][A-Z]\\w*|portal\\w+");

    private final List<String> words;
    private final Set<String> messageKeys;

    private Words(List<String> words, Set<String> messageKeys) {
        this.words = words;
        this.messageKeys = messageKeys;
    }

    /** Reads those of the project. */
    static Words read() {
        try {
            Set<String> keys = new TreeSet<>();
            for (Path bundle : files(".*/messages_en\\.properties")) {
                Properties texts = new Properties();
                try (var in = Files.newBufferedReader(bundle)) {
                    texts.load(in);
                }
                keys.addAll(texts.stringPropertyNames());
            }
            Set<String> words = new TreeSet<>();
            for (Path source : files(".*/(extension|themes)/src/main/.*\\.(java|ftl|js)")) {
                TEXT.matcher(Files.readString(source))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(words::add);
            }
            constants(OAuth2Constants.class).forEach(words::add);
            constants(Constants.class).forEach(words::add);
            words.removeAll(keys);
            // No page shows one, so none is sent.
            words.removeIf(word -> word.contains("${"));
            words.removeIf(CLASS_NAME.asMatchPredicate());
            keys.removeIf(TELLING_KEY.asMatchPredicate().negate());
            return new Words(List.copyOf(words), keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String pattern) throws IOException {
        try (Stream<Path> all =
                Stream.of("extension", "themes")
                        .map(module -> ROOT.resolve(module).resolve("src/main"))
                        .flatMap(Words::under)) {
            return all.filter(file -> file.toString().matches(pattern)).sorted().toList();
        }
    }

    private static Stream<Path> under(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> constants(Class<?> holder) {
        return Stream.of(holder.getFields())
                .filter(field -> field.getType() == String.class)
                .map(Words::value);
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    String value(Random random) {
        return Texts.of(words, random);
    }

    /** The keys of messages that stand in a page's text, where none is meant. */
    Set<String> keysIn(String text) {
        return Pattern.compile("[^\\w]+")
                .splitAsStream(text)
                .filter(messageKeys::contains)
                .collect(Collectors.toSet());
    }
}
