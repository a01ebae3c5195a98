package org.childrensportal.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.childrensportal.people.Await;

/**
 * What servers ask of a PostgreSQL server, statement by statement in their order, as it writes them
 * into its own log. Whoever wants to know what one page costs sees to it that nobody else asks for
 * anything meanwhile. Parameters are not in it.
 */
public final class StatementLog implements AutoCloseable {

    private static final String UNFINISHED =
            "select count(*) from pg_stat_activity where backend_type = 'client backend'"
                    + " and pid <> pg_backend_pid() and state <> 'idle'";

    private final Connection connection;
    private final String own;
    private final Path log;
    private long read;

    /** Has every statement of {@code database} logged from now on. */
    public StatementLog(Database database) {
        try {
            connection = database.connect();
            set("log_parameter_max_length", "0");
            set("log_statement", "'all'");
            ask("select pg_reload_conf()");
            own = ask("select pg_backend_pid()");
            log =
                    Path.of(ask("select current_setting('data_directory')"))
                            .resolve(ask("select pg_current_logfile('jsonlog')"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Await.until("statements are logged", () -> !upToNow().isEmpty());
        next();
    }

    /**
     * What was asked since this was called last, or since the log began. Waits until every
     * transaction that is open now has ended.
     */
    public List<LoggedStatement> next() {
        Await.until("every transaction is over", () -> ask(UNFINISHED).equals("0"));
        String mark = UUID.randomUUID().toString();
        ask("select '" + mark + "'");
        List<LoggedStatement> all = new ArrayList<>();
        Await.until(
                "the log is written",
                () -> {
                    all.addAll(upToNow());
                    return all.stream().anyMatch(statement -> statement.sql().contains(mark));
                });
        return all.stream().filter(statement -> !statement.connection().equals(own)).toList();
    }

    private void set(String setting, String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("alter system set " + setting + " = " + value);
        }
    }

    private String ask(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The statements of the lines that are written and were not read before. */
    private List<LoggedStatement> upToNow() {
        try (SeekableByteChannel file = Files.newByteChannel(log)) {
            file.position(read);
            ByteBuffer bytes = ByteBuffer.allocate((int) (file.size() - read));
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                // until all is read
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            read += whole.getBytes(StandardCharsets.UTF_8).length;
            return whole.lines()
                    .map(line -> AdminSession.read(line, JsonNode.class))
                    .flatMap(LoggedStatement::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            set("log_statement", "'none'");
            ask("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
