package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.LoggedStatement;
import org.childrensportal.servers.PostgresServer;
import org.childrensportal.servers.StatementLog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("nodes")
@DisplayName("What people do costs the database")
class StatementsBesideStockIT {

    private final Map<String, List<LoggedStatement>> pages = new LinkedHashMap<>();
    private String side;
    private PostgresServer server;
    private StatementLog log;

    @Test
    @DisplayName("…")
    void counts() throws IOException {
        try (PostgresServer portal = PostgresServer.withPortal()) {
            measure("portal", portal);
        }
        try (PostgresServer stock = PostgresServer.withoutPortal()) {
            measure("stock", stock);
        }
        StringBuilder table = new StringBuilder();
        for (var page : pages.entrySet()) {
            table.append(
                    "%-50s %3d %3d%n"
                            .formatted(
                                    page.getKey(),
                                    page.getValue().stream().filter(LoggedStatement::works).count(),
                                    page.getValue().stream()
                                            .filter(LoggedStatement::begins)
                                            .count()));
            StringBuilder text = new StringBuilder();
            for (LoggedStatement statement : page.getValue()) {
                text.append(statement.connection())
                        .append(' ')
                        .append(statement.sql())
                        .append('\n');
            }
            Files.writeString(
                    Files.createDirectories(Path.of("target/statements"))
                            .resolve(page.getKey().replace(' ', '-') + ".sql"),
                    text);
        }
        Files.writeString(Path.of("target/statements/table.txt"), table);
        System.out.println(table);
        assertThat(pages).isNotEmpty();
    }

    private void measure(String name, PostgresServer over) throws IOException {
        server = over;
        side = "warm";
        try (StatementLog statements = new StatementLog(server.database())) {
            log = statements;
            boolean portal = name.equals("portal");
            for (int i = 0; i < 4; i++) {
                side = i == 3 ? name : "warm";
                journeys(portal);
            }
        }
        pages.keySet().removeIf(key -> key.startsWith("warm"));
    }

    private void journeys(boolean portal) {
        String address = "person-" + UUID.randomUUID() + "@example.com";
        log.next();
        Browserless browser = server.browser();
        Page page = page("register 1 sign-in page", () -> server.signIn(browser));
        Page first = page;
        page = page("register 2 first page", () -> first.follow("a[href*=registration]"));
        Page second = page;
        if (portal) {
            page = page("register 3 details", () -> second.submit(Registration.PUBLIC));
            Page third = page;
            page =
                    page(
                            "register 4 account",
                            mailed(address, 1, () -> third.submit(Registration.account(address))));
            Page fourth = page;
            String code = server.codeFor(address);
            page = page("register 5 code", () -> fourth.submit(Map.of("code", code)));
        } else {
            Map<String, String> form = new LinkedHashMap<>(Registration.PUBLIC);
            form.remove("professional");
            form.putAll(Registration.account(address));
            page = page("register 4 account", mailed(address, 1, () -> second.submit(form)));
            Matcher link =
                    Pattern.compile("https?://\\S+").matcher(server.mail().newestTextFor(address));
            assertThat(link.find()).isTrue();
            String at = link.group();
            page = page("register 5 link", () -> browser.get(at));
            // Its password is asked for once the address is verified (keycloak#45568).
            Page fifth = page;
            page =
                    page(
                            "register 5 password",
                            () ->
                                    fifth.submit(
                                            Map.of(
                                                    "password-new",
                                                    Registration.PASSWORD,
                                                    "password-confirm",
                                                    Registration.PASSWORD)));
        }
        assertThat(page.address().toString())
                .startsWith("http://localhost:9/callback?")
                .contains("code=");
        Page last = page;
        assertThat(page("register 6 token", () -> server.tokens(last)).status()).isEqualTo(200);

        Browserless other = server.browser();
        Page signIn = page("sign-in 1 page", () -> server.signIn(other));
        Page in =
                page(
                        "sign-in 2 password",
                        () ->
                                signIn.submit(
                                        Map.of(
                                                "username",
                                                address,
                                                "password",
                                                Registration.PASSWORD)));
        assertThat(in.address().toString()).contains("code=");
        assertThat(page("sign-in 3 token", () -> server.tokens(in)).status()).isEqualTo(200);

        for (int i = 0; i < 8; i++) {
            String password = "Another-Password-" + i;
            change(other, password);
            log.next();
        }
        Page form = page("change 1 page", () -> server.signIn(other, "&kc_action=UPDATE_PASSWORD"));
        Page changed =
                page(
                        "change 2 password",
                        () ->
                                form.submit(
                                        Map.of(
                                                "password-new",
                                                "Another-Password-9",
                                                "password-confirm",
                                                "Another-Password-9")));
        assertThat(changed.address().toString()).contains("kc_action_status=success");
        assertThat(page("change 3 token", () -> server.tokens(changed)).status()).isEqualTo(200);
    }

    private void change(Browserless browser, String password) {
        Page page =
                server.signIn(browser, "&kc_action=UPDATE_PASSWORD")
                        .submit(Map.of("password-new", password, "password-confirm", password));
        assertThat(page.address().toString()).contains("kc_action_status=success");
    }

    private Supplier<Page> mailed(String address, int mails, Supplier<Page> deed) {
        return () -> {
            Page page = deed.get();
            Await.until("mail", () -> server.mail().countFor(address) >= mails);
            return page;
        };
    }

    private Page page(String name, Supplier<Page> deed) {
        Page page = deed.get();
        assertThat(page.status()).as(name).isIn(200, 302, 303);
        pages.put(side + " " + name, log.next());
        return page;
    }
}
