package org.childrensportal.journeys;

import java.util.List;
import java.util.Map;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.servers.AdminConsole;

/** What people do in a {@link StockRealm}. */
final class StockPeople {

    private final StockRealm realm;
    private final StockNotes notes;

    StockPeople(StockRealm realm, StockNotes notes) {
        this.realm = realm;
        this.notes = notes;
    }

    /** All of it, in its order. */
    void play() {
        signIn();
        reset();
        updatePassword();
        register();
        grants();
        account();
    }

    private void signIn() {
        Browserless browser = realm.browser();
        notes.note("sign-in page", () -> notes.page(browser.get(realm.signInPage())));
        notes.note(
                "sign-in right",
                () -> notes.page(signIn("ann@stock.example", StockRealm.PASSWORD)));
        notes.note("sign-in by name", () -> notes.page(signIn("ann", StockRealm.PASSWORD)));
        notes.note("sign-in wrong", () -> notes.page(signIn("eve", "Wrong-horse-7")));
        notes.note(
                "sign-in unknown",
                () -> notes.page(signIn("nobody@stock.example", StockRealm.PASSWORD)));
        notes.note("sign-in empty", () -> notes.page(signIn("", "")));
        notes.note(
                "sign-in odd name",
                () -> notes.page(signIn(" ＡＮＮ@stock.example\u00A0", StockRealm.PASSWORD)));
        notes.note("sign-in disabled", () -> notes.page(signIn("ben", StockRealm.PASSWORD)));
        notes.note("sign-in disabled, wrong", () -> notes.page(signIn("ben", "Wrong-horse-7")));
        for (int wrong = 1; wrong <= 3; wrong++) {
            int failures = wrong;
            notes.note("sign-in wrong " + wrong, () -> notes.page(signIn("cat", "Wrong-horse-7")));
            Await.until(wrong + " failures", () -> failures("cat") == failures);
        }
        notes.note("sign-in locked, right", () -> notes.page(signIn("cat", StockRealm.PASSWORD)));
        notes.note("sign-in locked, wrong", () -> notes.page(signIn("cat", "Wrong-horse-7")));
        notes.note("sign-in in another spelling", () -> notes.page(signIn("fay", "Ünder-horse-7")));
        // Keycloak 26.7 refuses whoever's last failure it still sees to.
        Await.until("1 failure", () -> failures("fay") == 1);
        notes.note(
                "sign-in in its spelling",
                () -> notes.page(signIn("fay", StockRealm.password("fay"))));
    }

    private int failures(String name) {
        return StockNotes.read(
                        realm.admin()
                                .sendTo(
                                        StockRealm.NAME,
                                        "GET",
                                        "/attack-detection/brute-force/users/" + realm.id(name),
                                        "")
                                .body())
                .path("numFailures")
                .asInt();
    }

    private Page signIn(String name, String password) {
        return realm.browser()
                .get(realm.signInPage())
                .submit(Map.of("username", name, "password", password));
    }

    private void reset() {
        for (int time = 1; time <= 3; time++) {
            notes.note("reset " + time, () -> notes.page(askForReset("dan@stock.example")));
        }
        notes.note("reset by name", () -> notes.page(askForReset("dan")));
        notes.note("reset unknown", () -> notes.page(askForReset("nobody@stock.example")));
        notes.note("reset disabled", () -> notes.page(askForReset("ben")));
        notes.note("reset empty", () -> notes.page(askForReset("")));
        Browserless browser = realm.browser();
        notes.note(
                "reset link",
                () -> notes.page(browser.get(realm.mail().linkFor("dan@stock.example"))));
    }

    private Page askForReset(String name) {
        return realm.browser()
                .get(realm.signInPage())
                .follow("a[href*=reset-credentials]")
                .submit(Map.of("username", name));
    }

    private void updatePassword() {
        Browserless browser = realm.browser();
        browser.get(realm.signInPage())
                .submit(Map.of("username", "dan", "password", StockRealm.PASSWORD));
        notes.note("update page", () -> notes.page(updatePage(browser)));
        notes.note("update empty", () -> notes.page(update(browser, "", "")));
        notes.note(
                "update differs", () -> notes.page(update(browser, "New-horse-1", "New-horse-2")));
        notes.note("update short", () -> notes.page(update(browser, "short", "short")));
        notes.note(
                "update present",
                () -> notes.page(update(browser, StockRealm.PASSWORD, StockRealm.PASSWORD)));
        notes.note(
                "update not imported",
                () -> notes.page(update(browser, StockRealm.EARLIER, StockRealm.EARLIER)));
        for (int number = 1; number <= 4; number++) {
            String next = "New-horse-" + number;
            notes.note("update " + number, () -> notes.page(update(browser, next, next)));
            notes.note("rows after update " + number, realm.rows("dan"));
        }
        for (int number = 1; number <= 4; number++) {
            String earlier = "New-horse-" + number;
            notes.note(
                    "update back to " + number,
                    () -> notes.page(update(browser, earlier, earlier)));
            notes.note("rows after going back to " + number, realm.rows("dan"));
        }
        notes.admin(
                "history over REST",
                "PUT",
                "/users/" + realm.id("dan") + "/reset-password",
                "{\"type\":\"password\",\"value\":\"New-horse-4\"}");
        notes.admin(
                "length over REST",
                "PUT",
                "/users/" + realm.id("dan") + "/reset-password",
                "{\"type\":\"password\",\"value\":\"short\"}");
        notes.admin(
                "new over REST",
                "PUT",
                "/users/" + realm.id("gus") + "/reset-password",
                "{\"type\":\"password\",\"value\":\"%s\",\"temporary\":true}"
                        .formatted(Spelling.DECOMPOSED.of("Ünder-horse-8")));
        notes.note(
                "temporary",
                () -> notes.page(signIn("gus", Spelling.DECOMPOSED.of("Ünder-horse-8"))));
    }

    private Page updatePage(Browserless browser) {
        return browser.get(realm.signInPage() + "&kc_action=UPDATE_PASSWORD");
    }

    private Page update(Browserless browser, String password, String again) {
        return updatePage(browser)
                .submit(
                        Map.of(
                                "password-new", password,
                                "password-confirm", again,
                                "logout-sessions", "on"));
    }

    private void register() {
        Browserless browser = realm.browser();
        notes.note("registration page", () -> notes.page(registration(browser)));
        notes.note(
                "registration empty",
                () -> notes.page(registration(realm.browser()).submit(Map.of("email", ""))));
        notes.note(
                "registration short",
                () -> notes.page(register("hal", "hal@stock.example", "short")));
        notes.note(
                "registration taken",
                () -> notes.page(register("ian", "ann@stock.example", StockRealm.PASSWORD)));
        notes.note(
                "registration odd",
                () -> notes.page(register("ján", " Ｊan@Stock.example ", StockRealm.PASSWORD)));
        notes.note(
                "registration",
                () -> notes.page(register("kim", "Kim@Stock.example", StockRealm.PASSWORD)));
        notes.admin("registered", "GET", "/users?search=kim", "");
        notes.admin("registered oddly", "GET", "/users?search=stock.example", "");
    }

    private Page registration(Browserless browser) {
        return browser.get(realm.signInPage()).follow("a[href*=registration]");
    }

    private Page register(String name, String address, String password) {
        return registration(realm.browser())
                .submit(
                        Map.of(
                                "username", name,
                                "email", address,
                                "firstName", "  Kim \u00A0 Ng",
                                "lastName", "Ｌee",
                                "password", password,
                                "password-confirm", password));
    }

    private void grants() {
        notes.note("grant right", () -> status(grant("ann", StockRealm.PASSWORD)));
        notes.note("grant wrong", () -> grant("eve", "Wrong-horse-7").html());
        notes.note("grant unknown", () -> grant("nobody", "Wrong-horse-7").html());
        notes.note("grant disabled", () -> grant("ben", StockRealm.PASSWORD).html());
        notes.note("grant unverified", () -> status(grant("fay", StockRealm.password("fay"))));
        notes.note("grant in another spelling", () -> status(grant("fay", "Ünder-horse-7")));
        notes.note(
                "refresh unverified",
                () ->
                        status(
                                realm.browser()
                                        .post(
                                                realm.openId("token"),
                                                Map.of(
                                                        "grant_type",
                                                        "refresh_token",
                                                        "client_id",
                                                        "app",
                                                        "refresh_token",
                                                        AdminConsole.field(
                                                                grant(
                                                                                "fay",
                                                                                StockRealm.password(
                                                                                        "fay"))
                                                                        .html(),
                                                                "refresh_token")))));
    }

    private Page grant(String name, String password) {
        return realm.browser()
                .post(
                        realm.openId("token"),
                        Map.of(
                                "grant_type", "password",
                                "client_id", "app",
                                "scope", "openid",
                                "username", name,
                                "password", password));
    }

    /** Tokens are random. */
    private static String status(Page answer) {
        return answer.status() + " " + (answer.status() == 200 ? "" : answer.html());
    }

    private void account() {
        Browserless browser = realm.browser();
        notes.note(
                "account console",
                () ->
                        notes.page(
                                browser.get(realm.signInPage())
                                        .submit(
                                                Map.of(
                                                        "username",
                                                        "ann",
                                                        "password",
                                                        StockRealm.PASSWORD))));
        String token = AdminConsole.field(grant("ann", StockRealm.PASSWORD).html(), "access_token");
        for (String path : List.of("", "/?userProfileMetadata=true", "/credentials", "/groups")) {
            notes.answer(
                    "account" + path,
                    realm.admin().account().ask(token, StockRealm.NAME, "GET", path, ""));
        }
        notes.answer(
                "account changed oddly",
                realm.admin()
                        .account()
                        .ask(
                                token,
                                StockRealm.NAME,
                                "POST",
                                "/",
                                """
                                {"username": "ann", "email": " ＡNN@stock.example", "firstName": " Ann \u00A0 B",
                                 "lastName": "Ｌee"}
                                """));
        notes.answer(
                "account changed",
                realm.admin()
                        .account()
                        .ask(
                                token,
                                StockRealm.NAME,
                                "POST",
                                "/",
                                """
                                {"username": "ann", "email": "ann-2@stock.example",
                                 "firstName": " Ann \u00A0 B", "lastName": "Ｌee"}
                                """));
    }
}
