package org.childrensportal.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of {@code as-code/terraform}, formatted as {@code terraform fmt} does it. */
public final class TerraformModule {

    private static final Pattern RESOURCE = Pattern.compile("resource \"(\\w+)\" \"\\w+\" \\{");
    private static final Pattern BLOCK = Pattern.compile("\\s*(?:dynamic \"(\\w+)\"|(\\w+)) \\{");
    private static final Pattern ARGUMENT = Pattern.compile("\\s*(\\w+) += .*");
    private static final Pattern FROM_FILE =
            Pattern.compile("local\\.(?:file|client|scope)\\.\\w+(?:\\.\\w+|\\[\"[^\"]+\"])*");

    /** What Terraform itself takes in each resource. */
    private static final Set<String> TERRAFORMS = Set.of("for_each", "depends_on");

    /** Of a block that is made as often as is said beside it. */
    private static final String CONTENT = "content";

    private final List<String> lines;

    private TerraformModule(List<String> lines) {
        this.lines = lines;
    }

    /** Reads all files of a folder. */
    public static TerraformModule in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> lines = new ArrayList<>();
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".tf")).sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return new TerraformModule(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An argument that the provider is given.
     *
     * @param resource the type of the resource
     * @param block the block within the resource, from the outermost, or nothing
     */
    public record Argument(String resource, List<String> block, String name) {}

    /** Every argument of every resource; a block is one too. */
    public Set<Argument> arguments() {
        Set<Argument> found = new LinkedHashSet<>();
        Optional<OpenResource> open = Optional.empty();
        for (String line : lines) {
            var begins = RESOURCE.matcher(line);
            if (begins.matches()) {
                open = Optional.of(new OpenResource(begins.group(1), new ArrayDeque<>()));
            } else if (line.equals("}")) {
                open = Optional.empty();
            } else {
                open.flatMap(resource -> resource.read(line)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** A resource that is being read, and the blocks within it that are open. */
    private record OpenResource(String type, Deque<String> blocks) {

        /** What a line of it gives the provider, if anything. */
        Optional<Argument> read(String line) {
            var block = BLOCK.matcher(line);
            var argument = ARGUMENT.matcher(line);
            if (block.matches()) {
                String name = Optional.ofNullable(block.group(1)).orElse(block.group(2));
                Optional<Argument> given =
                        Optional.of(name).filter(one -> !one.equals(CONTENT)).map(this::argument);
                blocks.addLast(name);
                return given;
            }
            if (line.strip().equals("}")) {
                blocks.removeLast();
            }
            return argument.matches() && !TERRAFORMS.contains(argument.group(1))
                    ? Optional.of(argument(argument.group(1)))
                    : Optional.empty();
        }

        private Argument argument(String name) {
            return new Argument(
                    type, blocks.stream().filter(block -> !block.equals(CONTENT)).toList(), name);
        }
    }

    /** What it takes from the realm's file: {@code local.file.loginTheme}. */
    public Set<String> fromFile() {
        return lines.stream()
                .flatMap(line -> FROM_FILE.matcher(line).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
