package org.childrensportal.breakages;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tests in a process of their own, with jars in which the breakage is: servers that are started
 * with it, and tests that start none.
 */
final class ColdServer {

    private static final String EXTENSION = "extension/src/main/resources/";
    private static final String REALM = "realm-config/src/main/resources/";
    private static final String THEMES = "themes/src/main/resources/";
    private static final String ASSEMBLE = "org.childrensportal.realm.build.AssembleRealm";

    /** What Maven has told this process, and a server is made of. */
    private static final List<String> PROPERTIES =
            List.of(
                    "journeys.patience",
                    "keycloak.version",
                    "portal.distribution",
                    "portal.extension",
                    "portal.themes",
                    "portal.themes.module",
                    "portal.test-providers",
                    "portal.realm");

    private ColdServer() {}

    /**
     * The fault that a test finds, if any.
     *
     * @param texts the changed files by their paths
     * @param classes the folder that changed classes of the extension are in
     */
    static Optional<String> run(TestName test, Map<String, String> texts, Path classes)
            throws IOException {
        Path cold = Project.emptied(Project.WORK.resolve("cold"));
        Map<String, String> properties = new HashMap<>();
        PROPERTIES.forEach(name -> properties.put(name, System.getProperty(name)));
        // What some tests read beside the module that they run in.
        Path project = cold.resolve("project");
        Project.copy(Project.ROOT.resolve(EXTENSION), project.resolve(EXTENSION));
        Project.write(project, texts);
        Path changed = cold.resolve("changed");
        Path extension = resources(changed.resolve("extension"), EXTENSION, texts);
        Project.copy(classes, extension);
        for (String path : List.of("portal-realm.json", "user-profile.json")) {
            if (texts.containsKey(REALM + path)) {
                Project.write(extension, Map.of("portal/realm/" + path, texts.get(REALM + path)));
            }
        }
        Path realm = realm(changed.resolve("realm"), texts);
        Path themes = resources(changed.resolve("themes"), THEMES, texts);
        Path jars = cold.resolve("jars");
        properties.put("portal.extension", jar("portal.extension", extension, jars));
        properties.put("portal.themes", jar("portal.themes", themes, jars));
        properties.put("portal.realm", jar("portal.realm", realm, jars));
        List<Path> first =
                List.of(Path.of(properties.get("portal.extension")), extension, realm, themes);
        return new Fork(project.resolve("journey-tests"), first, properties)
                .test(test, WarmServers.TESTS);
    }

    private static String jar(String property, Path changes, Path jars) throws IOException {
        return Project.jar(Path.of(System.getProperty(property)), changes, jars).toString();
    }

    /** The changed files of one module, as they are in its jar. */
    static Path resources(Path folder, String sources, Map<String, String> texts)
            throws IOException {
        Map<String, String> inJar = new HashMap<>();
        texts.forEach(
                (path, text) -> {
                    if (path.startsWith(sources)) {
                        inJar.put(path.substring(sources.length()), text);
                    }
                });
        Project.write(Project.emptied(folder), inJar);
        return folder;
    }

    /** The realm's file, put together as the build does it, if one of its parts has changed. */
    private static Path realm(Path folder, Map<String, String> texts) throws IOException {
        Project.emptied(folder);
        if (texts.keySet().stream().noneMatch(path -> path.startsWith(REALM))) {
            return folder;
        }
        Path parts = folder.resolveSibling("realm-parts");
        Project.copy(Project.ROOT.resolve(REALM), parts.resolve(REALM));
        Project.write(parts, texts);
        new Fork(
                        folder.resolveSibling("build"),
                        List.of(Project.ROOT.resolve("realm-config/target/test-classes")),
                        Map.of())
                .program(ASSEMBLE, parts.resolve(REALM).toString(), folder.toString());
        return folder;
    }
}
