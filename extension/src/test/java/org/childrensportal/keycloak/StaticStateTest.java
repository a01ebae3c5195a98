package org.childrensportal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What all realms of a server share in its memory")
class StaticStateTest {

    /** Each with the reason why no realm notices another by it. */
    private static final Set<String> KNOWN =
            Set.of(
                    // Only numbers the threads.
                    "WorkQueue.THREADS",
                    // What the log was warned of, by realm.
                    "StoredSettings.WARNED");

    private final JavaClasses classes =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.childrensportal.keycloak");

    @Test
    @DisplayName("is what is listed here: whatever is added says how it keeps realms apart")
    void listed() throws ReflectiveOperationException {
        Set<String> found =
                classes.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(StaticStateTest::canChange)
                        .map(field -> field.getOwner().getSimpleName() + "." + field.getName())
                        .collect(Collectors.toSet());
        assertThat(KNOWN).containsAll(found);
    }

    private static boolean canChange(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.FINAL) || isMutable(valueOf(field));
    }

    /** What the field holds says more than its type: a set may be made by {@code Set.of}. */
    private static boolean isMutable(Object value) {
        String type = value == null ? "" : value.getClass().getName();
        return value instanceof Executor
                || value instanceof Semaphore
                || value instanceof ThreadLocal
                || value instanceof ConcurrentHashMap.KeySetView
                || type.startsWith("java.util.concurrent.")
                || (type.startsWith("java.util.")
                        && (value instanceof java.util.Collection || value instanceof java.util.Map)
                        && !type.startsWith("java.util.ImmutableCollections")
                        && !type.startsWith("java.util.Collections$Unmodifiable")
                        && !type.endsWith("EnumSet"));
    }

    private static Object valueOf(JavaField field) {
        try {
            var reflected = field.reflect();
            reflected.setAccessible(true);
            return reflected.get(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
