package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Crowd;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Changes of an address at the same moment. */
abstract class AddressRaces {

    private static final int ROUNDS = 6;
    private static final int TIMES = 8;

    private final Deployment portal;
    private Duration ahead = Duration.ZERO;

    AddressRaces(Deployment portal) {
        this.portal = portal;
    }

    @AfterEach
    final void now() {
        portal.clockAhead(Duration.ZERO);
    }

    /** Until the pause between two mails to one address is over. */
    private void pause() {
        ahead = ahead.plusSeconds(61);
        portal.clockAhead(ahead);
    }

    private static Callable<Page> enter(Page page, String code) {
        return () -> page.submit(Map.of("code", code));
    }

    private static void assertNoFault(List<Page> pages) {
        assertThat(pages).isNotEmpty().filteredOn(page -> page.status() >= 500).isEmpty();
    }

    @Test
    @DisplayName("Of two accounts that prove one address at once, one gets it, the other is told")
    void twoAccounts() {
        for (int round = 0; round < ROUNDS; round++) {
            String next = MovingPerson.newAddress();
            List<MovingPerson> people =
                    List.of(MovingPerson.signedIn(portal), MovingPerson.signedIn(portal));
            List<Callable<Page>> deeds = new ArrayList<>();
            for (MovingPerson person : people) {
                Page page = person.codePage(next);
                deeds.add(enter(page, portal.codeFor(next)));
                pause();
            }
            List<Page> pages = Crowd.atOnce(deeds);
            assertNoFault(pages);
            assertThat(people)
                    .filteredOn(person -> person.account().contains("\"email\":\"" + next))
                    .hasSize(1);
            assertThat(pages)
                    .filteredOn(page -> page.html().contains("has an account of its own"))
                    .hasSize(1);
            assertThat(people)
                    .allSatisfy(
                            person ->
                                    assertThat(portal.mail().countFor(person.address()))
                                            .isEqualTo(person.account().contains(next) ? 1 : 0));
        }
    }

    @Test
    @DisplayName("Of two tabs of an account one changes it, and the other is told")
    void twoTabs() {
        for (int round = 0; round < ROUNDS; round++) {
            MovingPerson person = MovingPerson.signedIn(portal);
            Browserless elsewhere = portal.browser();
            Registration.signIn(portal, elsewhere, person.address());
            String first = MovingPerson.newAddress();
            String second = MovingPerson.newAddress();
            Page here = person.codePage(first);
            Page there = person.newAddressPage(elsewhere).send(Map.of("email", second));
            List<Page> pages =
                    Crowd.atOnce(
                            List.of(
                                    enter(here, portal.codeFor(first)),
                                    enter(there, portal.codeFor(second))));
            assertNoFault(pages);
            assertThat(portal.mail().countFor(person.address())).isEqualTo(1);
            assertThat(Stream.of(first, second))
                    .filteredOn(next -> person.account().contains("\"email\":\"" + next))
                    .hasSize(1);
            // Whoever is back in the application has no page of ours.
            assertThat(pages).filteredOn(page -> page.html().isEmpty()).hasSize(1);
        }
    }

    @Test
    @DisplayName("The right code sent eight times at once changes the address once")
    void rightCode() {
        MovingPerson person = MovingPerson.signedIn(portal);
        String next = MovingPerson.newAddress();
        Page page = person.codePage(next);
        String code = portal.codeFor(next);
        List<Callable<Page>> deeds = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            deeds.add(enter(page, code));
        }
        assertNoFault(Crowd.atOnce(deeds));
        assertThat(person.account()).contains("\"email\":\"" + next);
        assertThat(portal.mail().countFor(person.address())).isEqualTo(1);
        assertThat(portal.admin().history().events("UPDATE_EMAIL", person.id())).hasSize(1);
    }

    @Test
    @DisplayName("Whoever presses the button while a thief changes the address again has it back")
    void changeAndUndo() {
        for (int round = 0; round < ROUNDS; round++) {
            MovingPerson person = MovingPerson.signedIn(portal);
            person.changeTo(MovingPerson.newAddress());
            String again = MovingPerson.newAddress();
            Page thiefs = person.codePage(again);
            Page question = portal.browser().get(portal.mail().wayBackFor(person.address()));
            List<Page> pages =
                    Crowd.atOnce(
                            List.of(
                                    enter(thiefs, portal.codeFor(again)),
                                    () -> question.send(Map.of())));
            assertNoFault(pages);
            assertThat(person.account()).contains("\"email\":\"" + person.address());
        }
    }

    @Test
    @DisplayName("The button that is pressed eight times at once changes the address back once")
    void undoAtOnce() {
        MovingPerson person = MovingPerson.signedIn(portal);
        person.changeTo(MovingPerson.newAddress());
        String link = portal.mail().wayBackFor(person.address());
        List<Callable<Page>> deeds = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            Page question = portal.browser().get(link);
            deeds.add(() -> question.send(Map.of()));
        }
        List<Page> pages = Crowd.atOnce(deeds);
        assertNoFault(pages);
        assertThat(pages)
                .filteredOn(page -> page.heading().equals("This link has been used"))
                .hasSize(TIMES - 1);
        assertThat(portal.admin().history().events("UPDATE_EMAIL", person.id())).hasSize(2);
        assertThat(portal.admin().people().sessions(person.id())).isEqualTo("[]");
    }
}
