package org.childrensportal.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The container engine of this machine. Where none runs, Debian's is started, and stopped when the
 * tests end, however they end; where no image registry is reached, images are stand-ins, and that
 * is said loudly (docker/test/engine.sh).
 */
public final class Engine {

    /** The image of docker/Dockerfile, as the tests call it. */
    public static final String IMAGE = "childrens-portal-keycloak:test";

    /** For a Java that ends before its second compiler pays. */
    public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    /** The folder of the project. */
    static final Path TOP = Path.of("..").toAbsolutePath().normalize();

    private static final String KEYCLOAK =
            "quay.io/keycloak/keycloak:" + System.getProperty("keycloak.version");

    private static final String SCRIPT = TOP.resolve("docker/test/engine.sh").toString();
    private static final Path STAND_INS = TOP.resolve("target/docker/stand-ins");

    private final Command command = new Command(TOP, Map.of());

    private Engine() {
        // Before anything of this process talks over TLS.
        TestCertificate.trust();
        if (!command.succeeds(List.of("docker", "info"))) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> command.run(List.of(SCRIPT, "stop"))));
        }
        System.out.println(
                command.run(List.of(SCRIPT, "start", System.getProperty("portal.distribution"))));
        build(IMAGE);
    }

    private static final class Running {
        private static final Engine ENGINE = new Engine();
    }

    /** The engine, which runs and has the image. */
    public static Engine running() {
        return Running.ENGINE;
    }

    /** Builds docker/Dockerfile by another name, with more options of {@code docker build}. */
    public void build(String image, String... options) {
        List<String> words = new ArrayList<>(List.of("build", "-q", "-f", "docker/Dockerfile"));
        words.addAll(List.of("--build-arg", "KEYCLOAK_IMAGE=" + baseImage(), "-t", image));
        words.addAll(List.of(options));
        words.add(".");
        docker(words.toArray(String[]::new));
    }

    /** Keycloak's image, or what stands in for it. */
    public String baseImage() {
        return standsIn() ? "portal-stand-in/keycloak" : KEYCLOAK;
    }

    private static boolean standsIn() {
        return Files.exists(STAND_INS);
    }

    /** A compose file, and that which puts stand-ins into it where they are needed. */
    String files(String file) {
        return standsIn() ? file + ":docker/test/stand-ins/" + file.replace("docker-", "") : file;
    }

    /** Runs {@code docker} in the folder of the project; answers what it prints. */
    public String docker(String... words) {
        return command.run(Stream.concat(Stream.of("docker"), Arrays.stream(words)).toList());
    }
}
