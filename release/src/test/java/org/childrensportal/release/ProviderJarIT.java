package org.childrensportal.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The jars for the folder providers")
class ProviderJarIT {

    private static final Path DISTRIBUTION = Path.of(System.getProperty("portal.distribution"));

    @Test
    @DisplayName("have no class that Keycloak ships, and none of anybody else's")
    void classes() throws IOException {
        Set<String> ours = classes(ReleaseFiles.in(ReleaseFiles.EXTENSION).keySet());
        ours.addAll(classes(ReleaseFiles.in(ReleaseFiles.THEMES).keySet()));
        Set<String> keycloaks = classesOfKeycloak();
        assertThat(ours).allMatch(name -> name.startsWith("org/childrensportal/keycloak/"));
        assertThat(keycloaks)
                .contains("org/keycloak/Config.class")
                .doesNotContainAnyElementsOf(ours);
    }

    @Test
    @DisplayName("carry the licence, and the notices of what is compiled into them")
    void licences() throws IOException {
        for (Path jar : List.of(ReleaseFiles.EXTENSION, ReleaseFiles.THEMES)) {
            Map<String, byte[]> files = ReleaseFiles.in(jar);
            assertThat(text(files, "META-INF/LICENSE")).contains("Apache License");
            assertThat(text(files, "META-INF/NOTICE")).contains("govuk-frontend", "nbvcxz");
        }
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static Set<String> classesOfKeycloak() throws IOException {
        Set<String> found = new HashSet<>();
        try (ZipFile distribution = new ZipFile(DISTRIBUTION.toFile())) {
            for (ZipEntry jar : Collections.list(distribution.entries())) {
                if (jar.getName().endsWith(".jar")) {
                    try (InputStream in = distribution.getInputStream(jar)) {
                        found.addAll(classes(names(in)));
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> names(InputStream jar) throws IOException {
        Set<String> names = new HashSet<>();
        // Not closed: what it reads from is the caller's.
        ZipInputStream entries = new ZipInputStream(jar);
        for (ZipEntry entry = entries.getNextEntry();
                entry != null;
                entry = entries.getNextEntry()) {
            names.add(entry.getName());
        }
        return names;
    }

    private static Set<String> classes(Set<String> names) {
        Set<String> classes = new HashSet<>(names);
        classes.removeIf(name -> !name.endsWith(".class"));
        return classes;
    }
}
