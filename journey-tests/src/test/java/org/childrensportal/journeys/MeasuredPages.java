package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Cost;
import org.childrensportal.servers.LoggedStatement;
import org.childrensportal.servers.PostgresServer;
import org.childrensportal.servers.StatementLog;

/**
 * What one person does at a server where nobody else is, and what each page of it costs the
 * database. Of several times the least counts. The statements are in {@code target/statements}, for
 * people to read.
 */
abstract class MeasuredPages {

    private static final String CHANGE = "change";
    private static final String TOKENS = " tokens";

    private final Map<String, Cost> costs = new LinkedHashMap<>();
    private final String name;
    private final PostgresServer server;
    private final StatementLog log;

    MeasuredPages(String name, PostgresServer server, StatementLog log) {
        this.name = name;
        this.server = server;
        this.log = log;
    }

    /** Registers, confirms and comes back to the application. */
    abstract Page register(String address);

    PostgresServer server() {
        return server;
    }

    /** What the pages cost whose names begin with {@code journey}. */
    Cost cost(String journey) {
        return costs.entrySet().stream()
                .filter(page -> page.getKey().startsWith(journey))
                .map(Map.Entry::getValue)
                .reduce(new Cost(0, 0), Cost::plus);
    }

    /** What is on record, for a failure to say. */
    @Override
    public String toString() {
        return name + " " + costs;
    }

    /** Nothing counts that was measured so far: the server was cold. */
    void forget() {
        costs.clear();
    }

    /** Everything that is measured, once, by a new person. */
    void everything(String address) {
        log.next();
        tokens("register", register(address));

        Browserless browser = server.browser();
        Page signIn = page("sign-in page", () -> server.signIn(browser));
        Map<String, String> typed = Map.of("username", address, "password", Registration.PASSWORD);
        tokens("sign-in", page("sign-in password", () -> signIn.submit(typed)));

        for (int earlier = 1; earlier <= 8; earlier++) {
            changed("earlier", browser, address, "Another-Password-" + earlier);
        }
        tokens(CHANGE, changed(CHANGE, browser, address, "Another-Password-9"));
    }

    private Page changed(String journey, Browserless browser, String address, String password) {
        Page form =
                page(journey + " page", () -> server.signIn(browser, "&kc_action=UPDATE_PASSWORD"));
        Page changed =
                page(
                        journey + " password",
                        () -> afterChange(address, () -> form.submit(twice(password))));
        assertThat(changed.address().toString()).contains("kc_action_status=success");
        return changed;
    }

    /** Waits for what a server does by itself once a password was changed. */
    abstract Page afterChange(String address, Supplier<Page> change);

    static Map<String, String> twice(String password) {
        return Map.of("password-new", password, "password-confirm", password);
    }

    private void tokens(String journey, Page back) {
        assertThat(back.address().toString()).contains("code=");
        Page tokens = page(journey + TOKENS, () -> server.tokens(back));
        assertThat(tokens.status()).isEqualTo(200);
    }

    Page page(String page, Supplier<Page> deed) {
        Page shown = deed.get();
        List<LoggedStatement> statements = log.next();
        costs.merge(
                page,
                Cost.of(
                        statements.stream()
                                .filter(one -> !(isWithinSession(page) && isOfSession(one)))
                                .toList()),
                Cost::least);
        write(page, statements);
        return shown;
    }

    /** Does something that mails {@code address} once more. */
    Page mailed(String address, Supplier<Page> deed) {
        int before = server.mail().countFor(address);
        Page shown = deed.get();
        Await.until("mail to " + address, () -> server.mail().countFor(address) > before);
        return shown;
    }

    /**
     * Within a session that is there already: when it was used last is written with whichever page
     * comes first in another second, so that is not counted.
     */
    private static boolean isWithinSession(String page) {
        return page.startsWith(CHANGE) || page.endsWith(TOKENS);
    }

    private static boolean isOfSession(LoggedStatement statement) {
        return statement.sql().contains("OFFLINE_");
    }

    private void write(String page, List<LoggedStatement> statements) {
        try {
            Files.writeString(
                    Files.createDirectories(Path.of("target/statements"))
                            .resolve(name + "-" + page.replace(' ', '-') + ".sql"),
                    statements.stream()
                            .map(one -> one.connection() + " " + one.sql() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
