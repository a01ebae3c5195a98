package org.childrensportal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An installation of Keycloak, and what is kept in its folder,")
class KeycloakInstallationTest {

    /** What a server's database depends on. */
    enum Part {
        DISTRIBUTION("keycloak-26.zip", "keycloak-26/version.txt"),
        EXTENSION("extension.jar", "META-INF/portal-changelog.xml"),
        MORE("test-providers.jar", "META-INF/services/provider"),
        REALM("realm-config.jar", "portal-realm.json");

        private final String file;
        private final String entry;

        Part(String file, String entry) {
            this.file = file;
            this.entry = entry;
        }
    }

    private static final String BEFORE = "as it was";
    private static final String AFTER = "not as is";

    @TempDir private Path given;
    @TempDir private Path target;
    private Path kept;

    @BeforeEach
    void installed() throws IOException {
        for (Part part : Part.values()) {
            give(part, BEFORE);
        }
        install(KeycloakInstallation.ALONE);
        kept = Files.writeString(target.resolve("database"), "kept");
    }

    @Test
    @DisplayName("stays when nothing that it is made of has changed")
    void same() throws IOException {
        give(Part.EXTENSION, BEFORE);
        install(KeycloakInstallation.ALONE);
        assertThat(kept).exists();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is made anew when a part of it has changed, if only in a few letters")
    void changed(Part part) throws IOException {
        give(part, AFTER);
        install(KeycloakInstallation.ALONE);
        assertThat(kept).doesNotExist();
    }

    @Test
    @DisplayName("is made anew when it is built with other options")
    void options() {
        install(List.of("--db=dev-file", "--http-relative-path=/auth"));
        assertThat(kept).doesNotExist();
    }

    private void install(List<String> options) {
        KeycloakInstallation.in(
                target,
                new PortalFiles(
                        path(Part.DISTRIBUTION),
                        List.of(path(Part.EXTENSION)),
                        Optional.of(path(Part.REALM))),
                List.of(path(Part.MORE)),
                options,
                step -> {});
    }

    private Path path(Part part) {
        return given.resolve(part.file);
    }

    /** Each is a zip, and Keycloak's commands have to be there: they do nothing here. */
    private void give(Part part, String text) throws IOException {
        Map<String, String> entries =
                part == Part.DISTRIBUTION
                        ? Map.of(
                                part.entry,
                                text,
                                "keycloak-26/providers/README.md",
                                "",
                                "keycloak-26/bin/kc.sh",
                                "#!/bin/sh\n",
                                "keycloak-26/bin/kcadm.sh",
                                "#!/bin/sh\n")
                        : Map.of(part.entry, text);
        try (OutputStream file = Files.newOutputStream(path(part));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(stable(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static ZipEntry stable(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        return entry;
    }
}
