package org.childrensportal.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A Keycloak server with the portal in it, unpacked and augmented ({@code kc.sh build}) in a folder
 * of its own. That is done once, and again when one of its files has changed.
 */
public final class KeycloakInstallation {

    private static final String STAMP = "portal-build.sha256";

    /** Build options for a server by itself, with its database in the installation's folder. */
    public static final List<String> ALONE = List.of("--db=dev-file");

    private static final List<String> BUILD_OPTIONS =
            List.of(
                    "--health-enabled=true",
                    "--metrics-enabled=true",
                    "--event-metrics-user-enabled=true");

    private final Path folder;
    private final List<String> options;
    private final Consumer<String> progress;

    private KeycloakInstallation(Path folder, List<String> options, Consumer<String> progress) {
        this.folder = folder;
        this.options = Stream.concat(BUILD_OPTIONS.stream(), options.stream()).toList();
        this.progress = progress;
    }

    /**
     * Makes or finds the installation in {@code folder} and tells {@code progress} each step.
     *
     * @param options of {@code kc.sh build}: the kind of database, features
     */
    public static KeycloakInstallation in(
            Path folder,
            PortalFiles files,
            List<Path> moreJars,
            List<String> options,
            Consumer<String> progress) {
        KeycloakInstallation installation = new KeycloakInstallation(folder, options, progress);
        List<Path> jars = new ArrayList<>(files.jars());
        jars.addAll(moreJars);
        try {
            installation.prepare(files, jars);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return installation;
    }

    /** The server's folder. */
    public Path home() {
        return folder.resolve("keycloak");
    }

    /** The same in another folder, built already, without data of its own. */
    public KeycloakInstallation copiedTo(Path other) {
        KeycloakInstallation copy = new KeycloakInstallation(other, options, progress);
        try {
            Folders.delete(other);
            Folders.copy(
                    home(),
                    copy.home(),
                    Set.of(home().resolve("data/h2"), home().resolve("data/tmp")));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the portal out: its jars and its realm's file, and builds the server anew. */
    public void takeOut(PortalFiles portal) {
        try {
            for (Path jar : portal.jars()) {
                Files.delete(home().resolve("providers").resolve(jar.getFileName()));
            }
            Files.delete(home().resolve("data/import/portal-realm.json"));
            build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare(PortalFiles files, List<Path> jars) throws IOException {
        List<Path> inputs = new ArrayList<>(jars);
        files.realmJar().ifPresent(inputs::add);
        String stamp = fingerprint(files.distribution(), inputs);
        Path stampFile = folder.resolve(STAMP);
        if (Files.exists(stampFile) && Files.readString(stampFile).equals(stamp)) {
            progress.accept("Keycloak is unpacked and built already");
            return;
        }
        Folders.delete(folder);
        progress.accept("Unpacking Keycloak");
        unpack(files.distribution());
        for (Path jar : jars) {
            Files.copy(jar, home().resolve("providers").resolve(jar.getFileName()));
        }
        Path realms = Files.createDirectories(home().resolve("data/import"));
        if (files.realmJar().isPresent()) {
            try (FileSystem jar = FileSystems.newFileSystem(files.realmJar().get())) {
                Files.copy(jar.getPath("portal-realm.json"), realms.resolve("portal-realm.json"));
            }
        }
        progress.accept("Building the server (once, about half a minute)");
        build();
        Files.writeString(stampFile, stamp);
    }

    private void unpack(Path zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (name.getNameCount() < 2) {
                    continue;
                }
                Path target = home().resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!target.startsWith(home())) {
                    throw new IOException("not a Keycloak distribution: " + zip);
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Path script = home().resolve("bin/kc.sh");
        if (!Files.exists(script) || !script.toFile().setExecutable(true)) {
            throw new IOException("not a Keycloak distribution: " + zip);
        }
        home().resolve("bin/kcadm.sh").toFile().setExecutable(true);
    }

    private void build() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(options);
        run(arguments, Map.of());
    }

    /**
     * A realm and its users, as {@code kc.sh export} writes them.
     *
     * @param environment where the database is, if it is not in the installation's folder
     */
    public String export(String realm, Map<String, String> environment) {
        Path file = folder.toAbsolutePath().resolve("export-" + realm + ".json");
        try {
            run(
                    List.of(
                            "export",
                            "--optimized",
                            "--realm=" + realm,
                            "--users=same_file",
                            "--file=" + file),
                    environment);
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Imports realms as {@code kc.sh import} does, and a server that starts with {@code
     * --import-realm}.
     *
     * @param realms their representations, by their names
     * @param environment where the database is, if it is not in the installation's folder
     */
    public void importRealms(Map<String, String> realms, Map<String, String> environment) {
        Path files = folder.toAbsolutePath().resolve("import");
        try {
            Folders.delete(files);
            Files.createDirectories(files);
            for (Map.Entry<String, String> realm : realms.entrySet()) {
                Files.writeString(files.resolve(realm.getKey() + "-realm.json"), realm.getValue());
            }
            run(List.of("import", "--optimized", "--dir=" + files), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one command of {@code kc.sh} to its end. */
    private void run(List<String> arguments, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(List.of(kc()));
        command.addAll(arguments);
        Path log = folder.resolve(arguments.get(0) + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        "kc.sh %s failed:\n%s".formatted(arguments, Files.readString(log)));
            }
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroy);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during kc.sh " + arguments, e);
        }
    }

    String kc() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return home().resolve(windows ? "bin/kc.bat" : "bin/kc.sh").toString();
    }

    private String fingerprint(Path zip, List<Path> inputs) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // Its time, not its 170 MB: reading those would cost each start a second.
            String distribution =
                    "%s %d %s".formatted(zip, Files.size(zip), Files.getLastModifiedTime(zip));
            digest.update((distribution + options).getBytes(StandardCharsets.UTF_8));
            for (Path input : inputs) {
                try (InputStream in = Files.newInputStream(input)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
