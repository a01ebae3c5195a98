package org.childrensportal.keycloak.domain.server;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a server: three numbers. What follows them ({@code .redhat-00001}, {@code
 * -SNAPSHOT}) says who built it, or that it is not released yet, and is not compared.
 */
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

    /** Of at most nine digits each, so that they are numbers. */
    private static final Pattern TEXT =
            Pattern.compile("([0-9]{1,9})\\.([0-9]{1,9})\\.([0-9]{1,9})(?:[.+-].*)?");

    private static final Comparator<ServerVersion> ORDER =
            Comparator.comparingInt(ServerVersion::major)
                    .thenComparingInt(ServerVersion::minor)
                    .thenComparingInt(ServerVersion::patch);

    /** The version that {@code text} begins with; none if it begins with none. */
    public static Optional<ServerVersion> read(String text) {
        Matcher numbers = TEXT.matcher(text);
        return numbers.matches()
                ? Optional.of(
                        new ServerVersion(
                                number(numbers, 1), number(numbers, 2), number(numbers, 3)))
                : Optional.empty();
    }

    private static int number(Matcher numbers, int group) {
        return Integer.parseInt(numbers.group(group));
    }

    @Override
    public int compareTo(ServerVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
