package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.childrensportal.people.Await;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Attacks on the code by many requests at once. */
abstract class CodeRaces {

    private static final Pattern COMPARED = Pattern.compile("Compared a guess with code (\\S+)");
    private static final int SIGN_INS = 50;
    private static final int TABS = 5;
    private static final int PEOPLE = 40;
    private static final int CROWD = 30;

    private static final int GUESSES = 200;

    private final Deployment portal;
    private final String address = "race-" + UUID.randomUUID() + "@example.com";

    CodeRaces(Deployment portal) {
        this.portal = portal;
    }

    String address() {
        return address;
    }

    /** How many guesses the servers have really compared so far, with any code. */
    final long compared() {
        long count = 0;
        for (Path log : portal.logs()) {
            try {
                count += COMPARED.matcher(Files.readString(log)).results().count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return count;
    }

    /** A pending account, and fifty sign-ins with it that have come to the code page. */
    final List<Page> signIns() {
        Registration.codePage(portal, address);
        List<Page> pages = new ArrayList<>();
        for (int machine = 0; machine < SIGN_INS / TABS; machine++) {
            Browserless browser = portal.browser();
            for (int tab = 0; tab < TABS; tab++) {
                pages.add(Registration.signIn(portal, browser, address));
            }
        }
        assertThat(pages).extracting(Page::heading).containsOnly("Confirm your email");
        assertThat(portal.mail().countFor(address))
                .as("signing in again mails nothing")
                .isEqualTo(1);
        return pages;
    }

    /** Two hundred wrong guesses, spread over the pages. */
    final List<Callable<Page>> wrongGuesses(List<Page> pages) {
        String wrong = Registration.wrong(portal.codeFor(address));
        return IntStream.range(0, GUESSES)
                .mapToObj(
                        number ->
                                (Callable<Page>)
                                        () ->
                                                pages.get(number % pages.size())
                                                        .submit(Map.of("code", wrong)))
                .toList();
    }

    @Test
    @DisplayName("Of 200 guesses at once five are compared, and the right code is refused after")
    void guesses() {
        List<Page> pages = signIns();
        long before = compared();
        List<Page> answers = Crowd.atOnce(wrongGuesses(pages));
        assertThat(compared() - before).isEqualTo(5);
        assertThat(answers).hasSize(GUESSES).filteredOn(page -> page.status() >= 500).isEmpty();
        Page right = pages.get(0).submit(Map.of("code", portal.codeFor(address)));
        assertThat(right.errors())
                .containsExactly(
                        "The code has been entered wrongly too many times. Ask for a new code.");
        assertThat(compared() - before).isEqualTo(5);
    }

    @Test
    @DisplayName("New codes and accounts give an address no more guesses than its day's")
    void guessesADay() {
        configure("\"guesses-a-day\":\"12\",\"pause-between-codes-seconds\":\"0\"");
        List<Page> pages = signIns();
        Page page = pages.get(0);
        long before = compared();
        for (int code = 0; code < 4; code++) {
            Crowd.atOnce(wrongGuesses(pages));
            // From one network after the other: each has half of an address's codes.
            page = pages.get(code * TABS).submit(Map.of("resend", "true"));
        }
        assertThat(compared() - before).isEqualTo(12);
        assertThat(page.submit(Map.of("code", portal.codeFor(address))).errors())
                .singleElement()
                .asString()
                .startsWith("Codes for this email address have been entered too many times.");
        // Nor does another registration, by whomever.
        portal.clockAhead(Duration.ofHours(2));
        Page again = Registration.codePage(portal, address);
        assertThat(again.submit(Map.of("code", portal.codeFor(address))).errors())
                .singleElement()
                .asString()
                .startsWith("Codes for this email address have been entered too many times.");
        assertThat(compared() - before).isEqualTo(12);
    }

    @Test
    @DisplayName("The right code sent thirty times at once confirms once")
    void rightCode() {
        Page page = Registration.codePage(portal, address);
        List<Page> pages = new ArrayList<>(List.of(page));
        for (int more = 0; more < 4; more++) {
            pages.add(Registration.signIn(portal, portal.browser(), address));
        }
        String code = portal.codeFor(address);
        List<Callable<Page>> deeds =
                IntStream.range(0, 30)
                        .mapToObj(
                                number ->
                                        (Callable<Page>)
                                                () ->
                                                        pages.get(number % pages.size())
                                                                .submit(Map.of("code", code)))
                        .toList();
        List<Page> answers = Crowd.atOnce(deeds);
        assertThat(answers).filteredOn(answer -> answer.status() >= 500).isEmpty();
        AdminConsole admin = portal.admin();
        assertThat(admin.history().events("VERIFY_EMAIL", admin.people().userId(address)))
                .filteredOn(event -> event.contains("\"type\":\"VERIFY_EMAIL\""))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "A code that was used in one tab is sent thirty times at once in another: no fault")
    void usedElsewhere() {
        Page here = Registration.codePage(portal, address);
        Page there = Registration.signIn(portal, portal.browser(), address);
        Map<String, String> form = Map.of("code", portal.codeFor(address));
        assertThat(here.submit(form).address().toString()).contains("/callback?");
        List<Page> answers = Crowd.atOnce(Collections.nCopies(30, () -> there.submit(form)));
        assertThat(answers).filteredOn(answer -> answer.status() >= 500).isEmpty();
        assertThat(answers).filteredOn(page -> page.heading().equals("My account")).isNotEmpty();
        // Left as it was, the journey still lets nobody in who did not enter the code in it.
        assertThat(there.submit(form).heading()).isEqualTo("My account");
        assertThat(answers)
                .filteredOn(answer -> answer.address().toString().contains("/callback?"))
                .isEmpty();
    }

    @Test
    @DisplayName("Asked for fifty times at once, a new code is mailed once, and five times an hour")
    void sends() {
        List<Page> pages = signIns();
        List<Callable<Page>> deeds =
                pages.stream()
                        .map(page -> (Callable<Page>) () -> page.submit(Map.of("resend", "true")))
                        .toList();
        for (int minute = 1; minute <= 6; minute++) {
            portal.clockAhead(Duration.ofSeconds(61L * minute));
            Crowd.atOnce(deeds);
            assertThat(portal.mail().countFor(address)).isEqualTo(Math.min(5, 1 + minute));
        }
        assertThat(pages.get(0).submit(Map.of("resend", "true")).errors())
                .singleElement()
                .asString()
                .matches(
                        "Too many codes have been sent\\. You can ask for a new one at [0-9:]{5},"
                                + " .*");
    }

    @Test
    @DisplayName("One client gets no more codes than its hour's, whatever addresses it registers")
    void sendsPerClient() {
        configure("\"codes-an-hour-per-client\":\"3\"");
        Browserless machine = portal.browser();
        List<Page> pages = new ArrayList<>();
        for (int person = 0; person < 10; person++) {
            pages.add(
                    portal.signIn(machine.another())
                            .follow("a[href*=registration]")
                            .submit(Registration.PUBLIC));
        }
        List<String> people = new ArrayList<>();
        List<Callable<Page>> deeds = new ArrayList<>();
        for (Page page : pages) {
            String another = "race-" + UUID.randomUUID() + "@example.com";
            people.add(another);
            deeds.add(() -> page.submit(Registration.account(another)));
        }
        List<Page> answers = Crowd.atOnce(deeds);
        assertThat(people).filteredOn(portal.mail()::isAnythingFor).hasSize(3);
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers)
                .filteredOn(answer -> answer.html().contains("from your network"))
                .hasSize(7);
    }

    @Test
    @DisplayName(
            "Of 30 people who register one address at once, as many get an account as the limit")
    void registrations() {
        List<Page> pages = new ArrayList<>();
        for (int person = 0; person < CROWD; person++) {
            pages.add(Registration.accountPage(portal));
        }
        List<Callable<Page>> deeds =
                pages.stream()
                        .map(
                                page ->
                                        (Callable<Page>)
                                                () -> page.submit(Registration.account(address)))
                        .toList();
        List<Page> answers = Crowd.atOnce(deeds);
        assertThat(answers).hasSize(CROWD).allMatch(page -> page.status() == 200);
        assertThat(answers)
                .filteredOn(page -> page.heading().equals("Confirm your email"))
                .hasSize(5);
        assertThat(answers)
                .filteredOn(page -> page.heading().equals("Your account"))
                .hasSize(CROWD - 5)
                .allMatch(page -> page.value("email").equals(address))
                .allMatch(
                        page ->
                                page.errors().size() == 1
                                        && page.errors()
                                                .get(0)
                                                .startsWith(
                                                        "This email address has been used to"
                                                                + " register too many times."));
        assertThat(portal.admin().people().pending(address).split("\"username\"", -1))
                .hasSize(1 + 5);
        assertThat(portal.mail().countFor(address)).isEqualTo(1);
    }

    @Test
    @DisplayName("Of two accounts whose right codes come at once, one gets the address")
    void claims() {
        for (int round = 0; round < 5; round++) {
            String contested = round + "-" + address;
            Page first = Registration.codePage(portal, contested);
            String firstCode = portal.codeFor(contested);
            portal.clockAhead(Duration.ofSeconds(61));
            Page second = Registration.codePage(portal, contested);
            String secondCode = portal.codeFor(contested);
            List<Page> answers =
                    Crowd.atOnce(
                            List.of(
                                    () -> first.submit(Map.of("code", firstCode)),
                                    () -> second.submit(Map.of("code", secondCode))));
            assertThat(answers).filteredOn(page -> page.html().isEmpty()).hasSize(1);
            assertThat(answers)
                    .filteredOn(page -> page.html().contains("has an account now"))
                    .hasSize(1);
            assertThat(portal.admin().people().pending(contested)).isNotEqualTo("[]");
            portal.clockAhead(Duration.ZERO);
        }
    }

    @Test
    @DisplayName("Accounts confirmed as they are removed are whole or gone, and people are told")
    void removal() {
        Duration soon = Duration.ofHours(24).minusMinutes(5);
        List<Page> pages = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            addresses.add(person + "-" + address);
            Registration.codePage(portal, addresses.get(person));
            ids.add(portal.admin().people().userId(addresses.get(person)));
        }
        portal.clockAhead(soon);
        for (String theirs : addresses) {
            pages.add(
                    Registration.signIn(portal, portal.browser(), theirs)
                            .submit(Map.of("resend", "true")));
        }
        List<Callable<Page>> deeds = new ArrayList<>();
        // Some come before, some as the accounts grow old enough, and most as the first is removed.
        int early = PEOPLE / 8;
        CountDownLatch confirmedEarly = new CountDownLatch(early);
        CountDownLatch removing = new CountDownLatch(1);
        for (int person = 0; person < PEOPLE; person++) {
            Page page = pages.get(person);
            Map<String, String> form = Map.of("code", portal.codeFor(addresses.get(person)));
            int place = person;
            deeds.add(
                    () -> {
                        if (place >= early) {
                            await(place < 2 * early ? confirmedEarly : removing);
                        }
                        Page answer = page.submit(form);
                        confirmedEarly.countDown();
                        return answer;
                    });
        }
        List<Page> answers =
                Crowd.atOnce(
                        deeds,
                        () -> {
                            await(confirmedEarly);
                            portal.clockAhead(Duration.ofHours(24).plusMinutes(1));
                            // One of these: those of earlier tests grow old as well.
                            Await.until(
                                    "the first account is removed",
                                    () -> removed().stream().anyMatch(ids::contains));
                            removing.countDown();
                        });
        int confirmed = 0;
        for (int person = 0; person < PEOPLE; person++) {
            Page answer = answers.get(person);
            List<String> removals =
                    portal.admin().history().events("DELETE_ACCOUNT", ids.get(person));
            if (answer.html().isEmpty()) {
                assertThat(removals).isEmpty();
                assertThat(portal.admin().send("GET", "/users/" + ids.get(person), "").body())
                        .contains("\"email\":\"" + addresses.get(person), "\"emailVerified\":true");
                confirmed++;
            } else {
                assertThat(answer.status()).isLessThan(500);
                assertThat(answer.document().text()).contains("Register again.");
                assertThat(removals).hasSize(1);
            }
        }
        System.out.printf(
                "Of %d accounts %d were confirmed, the others removed%n", PEOPLE, confirmed);
        assertThat(confirmed).as("there was a race").isBetween(1, PEOPLE - 1);
    }

    /** The ids of the accounts that were removed so far. */
    private Set<String> removed() {
        return portal.admin().history().accounts("DELETE_ACCOUNT");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void configure(String settings) {
        assertThat(portal.admin().realm().configureCodes(settings).statusCode()).isEqualTo(204);
    }

    @AfterEach
    void defaults() {
        portal.clockAhead(Duration.ZERO);
        configure("");
    }
}
