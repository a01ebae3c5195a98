package org.childrensportal.servers;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One of the compose files as it is, with settings of its own, until it is closed. */
public final class Composed implements AutoCloseable {

    private static final List<String> PLUGIN = List.of("docker", "compose");
    private static final List<String> PROGRAM = List.of("docker-compose");

    private final Command command;
    private final List<String> compose;

    /**
     * @param name what its containers' names begin with
     * @param file in the folder of the project
     * @param settings what its {@code .env} would say
     */
    public Composed(String name, String file, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("COMPOSE_PROJECT_NAME", name);
        environment.put("COMPOSE_FILE", Engine.running().files(file));
        command = new Command(Engine.TOP, environment);
        compose =
                command.succeeds(Stream.concat(PLUGIN.stream(), Stream.of("version")).toList())
                        ? PLUGIN
                        : PROGRAM;
        // What another run that was killed has left.
        down();
    }

    private Composed(Command command, List<String> compose) {
        this.command = command;
        this.compose = compose;
    }

    /** The same containers with one setting changed, for commands that follow. */
    Composed with(String setting, String value) {
        Map<String, String> environment = new HashMap<>(command.environment());
        environment.put(setting, value);
        return new Composed(new Command(command.folder(), environment), compose);
    }

    /** Runs {@code docker compose}; answers what it prints. */
    public String compose(String... words) {
        return command.run(Stream.concat(compose.stream(), Arrays.stream(words)).toList());
    }

    /** Runs a script of the folder {@code docker}; answers what it prints. */
    String script(String name, String... words) {
        return command.run(
                Stream.concat(
                                Stream.of(Engine.TOP.resolve("docker").resolve(name).toString()),
                                Arrays.stream(words))
                        .toList());
    }

    /** What the engine says of a service's container, by a template of {@code docker inspect}. */
    public String inspect(String service, String template) {
        return Engine.running()
                .docker("inspect", "--format", template, compose("ps", "-q", service));
    }

    private void down() {
        compose("down", "--volumes", "--timeout", "3");
    }

    @Override
    public void close() {
        down();
    }
}
