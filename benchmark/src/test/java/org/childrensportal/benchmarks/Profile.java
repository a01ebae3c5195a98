package org.childrensportal.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a server's processor time goes, by samples of what its threads were at in Java. A sample
 * belongs to the topmost of its frames that is anybody's of {@link #OWNERS}: what the JDK does, it
 * does for whoever called it.
 *
 * @param side the server's
 * @param deed what people did meanwhile
 * @param samples by owner, the number of samples
 */
record Profile(String side, Deed deed, Map<String, Integer> samples) {

    /** Whose a class is, by the beginning of its name. */
    private static final Map<String, List<String>> OWNERS = new LinkedHashMap<>();

    private static final String OURS = "org.childrensportal.";
    private static final String NOBODY = "the JVM and others";

    static {
        OWNERS.put(
                "hash of the password",
                List.of(
                        "org.bouncycastle.crypto.generators.",
                        "org.bouncycastle.crypto.digests.Blake2"));
        OWNERS.put(
                "database",
                List.of(
                        "org.hibernate.",
                        "org.postgresql.",
                        "org.h2.",
                        "io.agroal.",
                        "com.arjuna.",
                        "io.quarkus.hibernate."));
        OWNERS.put("templates", List.of("freemarker."));
        OWNERS.put("mail", List.of("org.eclipse.angus.", "jakarta.mail.", "org.keycloak.email."));
        OWNERS.put("events", List.of("org.keycloak.events."));
        OWNERS.put(
                "tokens and signatures",
                List.of("org.keycloak.jose.", "org.keycloak.crypto.", "org.bouncycastle."));
        OWNERS.put("caches", List.of("org.infinispan.", "org.jgroups."));
        OWNERS.put("log", List.of("org.jboss.logmanager.", "org.jboss.logging."));
        OWNERS.put(
                "HTTP",
                List.of(
                        "io.netty.",
                        "io.vertx.",
                        "org.jboss.resteasy.",
                        "io.quarkus.",
                        "io.smallrye.",
                        "io.micrometer."));
        OWNERS.put("Keycloak", List.of("org.keycloak."));
    }

    /** Reads a recording. */
    static Profile of(String side, Deed deed, Path recording) {
        Map<String, Integer> samples = new TreeMap<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")
                        && event.getStackTrace() != null) {
                    samples.merge(owner(event.getStackTrace().getFrames()), 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Profile(side, deed, samples);
    }

    private static String owner(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            if (type.startsWith(OURS)) {
                return "portal: " + packageOf(type);
            }
            for (Map.Entry<String, List<String>> owner : OWNERS.entrySet()) {
                if (owner.getValue().stream().anyMatch(type::startsWith)) {
                    return owner.getKey();
                }
            }
        }
        return NOBODY;
    }

    private static String packageOf(String type) {
        String top = type.replaceFirst("\\$.*", "");
        return top.substring(OURS.length(), top.lastIndexOf('.')).replaceFirst("^keycloak\\.", "");
    }

    /** The part of all samples that is {@code owner}'s, in hundredths. */
    double share(String owner) {
        double all = samples.values().stream().mapToInt(Integer::intValue).sum();
        return 100 * samples.getOrDefault(owner, 0) / all;
    }
}
