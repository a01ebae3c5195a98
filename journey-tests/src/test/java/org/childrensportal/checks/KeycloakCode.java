package org.childrensportal.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the code of the server, Keycloak's and the portal's, has messages for. */
public final class KeycloakCode implements AutoCloseable {

    private static final String MESSAGES = "org.keycloak.services.messages.Messages";
    private static final String ACTIONS = "org.keycloak.authentication.RequiredActionFactory";
    private static final String MAILED_EVENTS =
            "org.keycloak.events.email.EmailEventListenerProviderFactory";
    private static final List<String> VALIDATORS =
            List.of("org/keycloak/validate/validators", "org/keycloak/userprofile/validator");

    private final Path server;
    private final URLClassLoader classes;

    /** Of the server in this folder. */
    public KeycloakCode(Path server) {
        this.server = server;
        List<Path> jars = new ArrayList<>(jars(server.resolve("lib/lib/main")));
        jars.addAll(jars(server.resolve("lib/lib/boot")));
        jars.addAll(jars(server.resolve("providers")));
        classes =
                new URLClassLoader(
                        jars.stream().map(KeycloakCode::url).toArray(URL[]::new),
                        ClassLoader.getPlatformClassLoader());
    }

    /** The one jar of the server whose name begins like this. */
    public static Path jar(Path server, String name) {
        return jars(server.resolve("lib/lib/main")).stream()
                .filter(jar -> jar.getFileName().toString().matches(name + "[0-9.]+\\.jar"))
                .findFirst()
                .orElseThrow();
    }

    /** The keys in Keycloak's list of messages. */
    public Set<String> messages() throws ReflectiveOperationException {
        return constants(classes.loadClass(MESSAGES), "");
    }

    /** The keys of what is wrong with an answer. */
    public Set<String> validators() throws ReflectiveOperationException {
        Set<String> keys = new TreeSet<>();
        for (String name : classesOf(VALIDATORS)) {
            keys.addAll(constants(classes.loadClass(name), "MESSAGE_"));
            keys.addAll(constants(classes.loadClass(name), "ERROR_"));
        }
        return keys;
    }

    /** The ids of everything that people can be asked to do before they go on. */
    public Set<String> requiredActions() throws ReflectiveOperationException {
        Class<?> factory = classes.loadClass(ACTIONS);
        Set<String> ids = new TreeSet<>();
        for (Object action : ServiceLoader.load(factory, classes)) {
            ids.add((String) factory.getMethod("getId").invoke(action));
        }
        return ids;
    }

    /**
     * The events that Keycloak mails to people if an administrator wants it, such as LOGIN_ERROR.
     */
    public Set<String> mailedEvents() throws ReflectiveOperationException {
        Field events = classes.loadClass(MAILED_EVENTS).getDeclaredField("SUPPORTED_EVENTS");
        events.setAccessible(true);
        return ((Set<?>) events.get(null))
                .stream().map(Object::toString).collect(Collectors.toSet());
    }

    /** The key of such a mail's subject. */
    public static String subject(String event) {
        return Stream.of(event.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("", "event", "Subject"));
    }

    private static Set<String> constants(Class<?> type, String prefix)
            throws IllegalAccessException {
        Set<String> values = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())
                    && field.getType() == String.class
                    && field.getName().startsWith(prefix)) {
                field.setAccessible(true);
                values.add((String) field.get(null));
            }
        }
        return values;
    }

    private List<String> classesOf(List<String> packages) {
        List<String> names = new ArrayList<>();
        for (Path jar : jars(server.resolve("lib/lib/main"))) {
            if (!jar.getFileName().toString().startsWith("org.keycloak.keycloak-s")) {
                continue;
            }
            try (FileSystem files = FileSystems.newFileSystem(jar)) {
                for (String folder : packages) {
                    names.addAll(classesOf(files.getPath(folder)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private static List<String> classesOf(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .map(name -> name.replaceFirst("^/", "").replace('/', '.'))
                    .toList();
        }
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
