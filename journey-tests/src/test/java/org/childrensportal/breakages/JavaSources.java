package org.childrensportal.breakages;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles some changed classes of the extension against all others as the build made them. */
final class JavaSources {

    private static final Path BUILT = Project.ROOT.resolve("extension/target/classes");

    /** A server's own libraries: what the extension meets there. */
    private final List<Path> libraries;

    JavaSources(Path keycloak) throws IOException {
        try (Stream<Path> files = Files.walk(keycloak.resolve("lib"))) {
            libraries = files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    /** Compiles the sources below {@code folder} into {@code classes}. */
    void compile(Path folder, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = Project.filesIn(folder).stream().map(folder::resolve).toList();
            String classPath =
                    Stream.concat(Stream.of(BUILT), libraries.stream())
                            .map(Path::toString)
                            .collect(Collectors.joining(File.pathSeparator));
            List<String> options =
                    List.of("--release", "17", "-g", "-parameters", "-proc:none", "-nowarn");
            List<String> places = List.of("-cp", classPath, "-d", classes.toString());
            boolean compiled =
                    compiler.getTask(
                                    said,
                                    files,
                                    null,
                                    Stream.concat(options.stream(), places.stream()).toList(),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources))
                            .call();
            if (!compiled) {
                throw new IllegalStateException("it does not compile:\n" + said);
            }
        }
    }

    /** The compiled classes that differ from those of the build, by name. */
    static Map<String, byte[]> changed(Path classes) throws IOException {
        Map<String, byte[]> changed = new HashMap<>();
        for (Path file : Project.filesIn(classes)) {
            Path built = BUILT.resolve(file);
            if (!Files.exists(built) || Files.mismatch(built, classes.resolve(file)) >= 0) {
                changed.put(name(file), Files.readAllBytes(classes.resolve(file)));
            }
        }
        return changed;
    }

    /** The same classes as the build made them. */
    static Map<String, byte[]> built(Map<String, byte[]> classes) throws IOException {
        Map<String, byte[]> built = new HashMap<>();
        for (String name : classes.keySet()) {
            built.put(name, Files.readAllBytes(BUILT.resolve(name.replace('.', '/') + ".class")));
        }
        return built;
    }

    /** Whether the build has all of them, or some are new. */
    static boolean areKnown(Map<String, byte[]> classes) {
        return classes.keySet().stream()
                .allMatch(name -> Files.exists(BUILT.resolve(name.replace('.', '/') + ".class")));
    }

    private static String name(Path file) {
        return file.toString().replaceFirst("\\.class$", "").replaceAll("[/\\\\]", ".");
    }
}
