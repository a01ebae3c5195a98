package org.childrensportal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.childrensportal.local.KeycloakInstallation;
import org.childrensportal.local.KeycloakServer;
import org.childrensportal.local.PortalFiles;
import org.childrensportal.servers.Database;
import org.childrensportal.servers.Deployment;
import org.childrensportal.servers.Mailbox;
import org.childrensportal.servers.Node;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What it costs to remove pending accounts, with few and with many accounts in PostgreSQL. */
@DisplayName("Removal of pending accounts")
class RemovalBenchmark {

    private static final List<Integer> ACCOUNTS = List.of(10_000, 100_000);
    private static final int BATCH = 100;
    private static final double MAY_GROW = 1.25;
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final Path REPORT = Path.of("target/removal.md");

    @Test
    @DisplayName("The cost of one removal does not grow with the number of accounts")
    void removal() throws SQLException, IOException {
        StringBuilder report =
                new StringBuilder(
                        "| pending | other accounts | seconds | ms each | ms each, first tenth |"
                                + " last tenth | statements a batch of 100 | most heap |\n"
                                + "|---|---|---|---|---|---|---|---|\n");
        double first = 0;
        try (Mailbox mail = new Mailbox();
                Database database = new Database();
                Node node = node(mail, database);
                Connection connection = database.connect()) {
            for (int pending : ACCOUNTS) {
                Run run = run(node, connection, pending);
                report.append(run.row(pending, count(connection, "true")));
                first = first == 0 ? run.msEach() : first;
                assertThat(run.msEach()).as(report.toString()).isLessThan(first * MAY_GROW);
            }
        } finally {
            Files.writeString(REPORT, report);
            System.out.println(report);
        }
    }

    private record Run(
            int removed,
            Duration took,
            double firstTenth,
            double lastTenth,
            long statements,
            double heap) {

        double msEach() {
            return (double) took.toMillis() / removed;
        }

        String row(int pending, long others) {
            return "| %d | %d | %d | %.2f | %.2f | %.2f | %d | %d MiB |%n"
                    .formatted(
                            pending,
                            others,
                            took.toSeconds(),
                            msEach(),
                            firstTenth,
                            lastTenth,
                            statements * BATCH / removed,
                            (long) heap >> 20);
        }
    }

    /** Makes accounts, and watches the server remove the pending ones. */
    private static Run run(Node node, Connection connection, int pending) throws SQLException {
        long others = count(connection, "username not like 'pending-%'");
        fill(connection, pending);
        Instant start = Instant.now();
        Instant tenth = null;
        Instant nineTenths = null;
        double heap = 0;
        long left = pending;
        while (left > 0) {
            // Seldom: the server's metrics, asked without a pause, would be most of what it does.
            LockSupport.parkNanos(GLANCE.toNanos());
            left = count(connection, "username like 'pending-%'");
            Instant now = Instant.now();
            if (left == pending) {
                // The server looks every two seconds.
                start = now;
            }
            tenth = tenth == null && left <= pending * 0.9 ? now : tenth;
            nineTenths = nineTenths == null && left <= pending * 0.1 ? now : nineTenths;
            heap = Math.max(heap, node.metric("jvm_memory_used_bytes", "heap"));
            assertThat(Duration.between(start, now)).isLessThan(PATIENCE);
        }
        Instant end = Instant.now();
        assertThat(count(connection, "username not like 'pending-%'")).isEqualTo(others + pending);
        return new Run(
                pending,
                Duration.between(start, end),
                Duration.between(start, tenth).toMillis() / (pending * 0.1),
                Duration.between(nineTenths, end).toMillis() / (pending * 0.1),
                // Counted since the accounts were made, but for this benchmark's own.
                number(
                        connection,
                        "select sum(calls) from pg_stat_statements where query not like"
                                + " '%count(*)%'"),
                heap);
    }

    private static void fill(Connection connection, int accounts) throws SQLException {
        new Filling(accounts, accounts, Instant.now().minus(Duration.ofDays(2)))
                .into(connection, "portal");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    private static long count(Connection connection, String which) throws SQLException {
        return number(connection, "select count(*) from user_entity where " + which);
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet number = statement.executeQuery(query)) {
            number.next();
            return number.getLong(1);
        }
    }

    private static Node node(Mailbox mail, Database database) {
        KeycloakInstallation installation =
                KeycloakInstallation.in(
                        Path.of("target/server-removal"),
                        PortalFiles.ofTheBuild(),
                        List.of(),
                        List.of("--db=postgres"),
                        System.out::println);
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.putAll(Deployment.environment(mail));
        environment.put("KC_LOG_LEVEL", "info");
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx1g");
        URI frontend = URI.create("http://localhost:" + KeycloakServer.freePort());
        return new Node(installation, frontend, environment);
    }
}
