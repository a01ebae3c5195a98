package org.childrensportal.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One statement that a database was asked for.
 *
 * @param connection the database's process that it was asked of
 * @param sql its text, with {@code $1} for the first parameter
 */
public record LoggedStatement(String connection, String sql) {

    private static final Pattern MESSAGE =
            Pattern.compile("(?:statement|execute [^:]*): (.*)", Pattern.DOTALL);
    private static final Set<String> ENDS = Set.of("COMMIT", "ROLLBACK");

    /** Of one line of PostgreSQL's {@code jsonlog}; nothing if the line is of something else. */
    static Stream<LoggedStatement> of(JsonNode line) {
        Matcher message = MESSAGE.matcher(line.path("message").asText());
        return message.matches()
                ? Stream.of(new LoggedStatement(line.path("pid").asText(), message.group(1)))
                : Stream.empty();
    }

    /** Whether it begins a transaction. */
    public boolean begins() {
        return sql.toUpperCase(Locale.ROOT).startsWith("BEGIN");
    }

    /** Whether it reads or writes anything: it neither begins nor ends a transaction. */
    public boolean works() {
        return !begins() && !ENDS.contains(sql.toUpperCase(Locale.ROOT));
    }
}
