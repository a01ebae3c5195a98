package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.childrensportal.people.Chromium;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

/**
 * Every page that people fill in, by every move that a browser has: each finds the page again, as
 * with a plain form.
 */
@ExtendWith(Portal.Provider.class)
@Order(1)
@DisplayName("Back, Forward, reload, a duplicated tab, a reopened one and a bookmark")
class BackAndForwardIT {

    private static final String PAST = "You have already been past this page";

    /** What a browser says that would have to send a form again, and asks first. */
    private static final String ASKS = "Confirm Form Resubmission";

    private final Portal portal;

    BackAndForwardIT(Portal portal) {
        this.portal = portal;
    }

    /** How a page came to be shown. */
    private enum Shown {
        BY_ADDRESS,
        AS_ANSWER_TO_A_FORM
    }

    /** A page, the way to it and the way on. */
    private enum Form {
        SIGN_IN("My account", Shown.BY_ADDRESS) {
            @Override
            void reach(Portal portal, Chromium browser) {
                browser.open(portal.authorization(""));
            }

            @Override
            void goOn(Chromium browser) {
                browser.click(By.linkText("Register for an account here"));
            }
        },
        SIGN_IN_ERROR("My account", Shown.AS_ANSWER_TO_A_FORM) {
            @Override
            void reach(Portal portal, Chromium browser) {
                SIGN_IN.reach(portal, browser);
                browser.type("username", "nobody@example.com");
                browser.type("password", "wrong");
                browser.press("Sign in");
            }

            @Override
            void goOn(Chromium browser) {
                SIGN_IN.goOn(browser);
            }
        },
        FORGOTTEN("Forgotten your password?", Shown.BY_ADDRESS) {
            @Override
            void reach(Portal portal, Chromium browser) {
                SIGN_IN.reach(portal, browser);
                browser.click(By.linkText("Forgotten your password?"));
            }

            @Override
            void goOn(Chromium browser) {
                browser.type("username", "nobody@example.com");
                browser.next();
            }
        },
        FORGOTTEN_ERROR("Forgotten your password?", Shown.AS_ANSWER_TO_A_FORM) {
            @Override
            void reach(Portal portal, Chromium browser) {
                FORGOTTEN.reach(portal, browser);
                browser.next();
            }

            @Override
            void goOn(Chromium browser) {
                FORGOTTEN.goOn(browser);
            }
        },
        DETAILS("Your details", Shown.BY_ADDRESS) {
            @Override
            void reach(Portal portal, Chromium browser) {
                SIGN_IN.reach(portal, browser);
                SIGN_IN.goOn(browser);
            }

            @Override
            void goOn(Chromium browser) {
                browser.type("firstName", "Ann");
                browser.type("lastName", "Lee");
                browser.click(By.cssSelector("label[for=professional-no]"));
                browser.next();
            }
        },
        DETAILS_ERROR("Your details", Shown.AS_ANSWER_TO_A_FORM) {
            @Override
            void reach(Portal portal, Chromium browser) {
                DETAILS.reach(portal, browser);
                browser.type("firstName", "Ann");
                browser.next();
            }

            @Override
            void goOn(Chromium browser) {
                DETAILS.goOn(browser);
            }
        },
        ACCOUNT("Your account", Shown.BY_ADDRESS) {
            @Override
            void reach(Portal portal, Chromium browser) {
                DETAILS.reach(portal, browser);
                DETAILS.goOn(browser);
            }

            @Override
            void goOn(Chromium browser) {
                browser.type("email", "person-" + UUID.randomUUID() + "@example.com");
                browser.type("password", Registration.PASSWORD);
                browser.type("password-confirm", Registration.PASSWORD);
                browser.next();
            }

            @Override
            String headingAfterwards() {
                return PAST;
            }
        },
        ACCOUNT_ERROR("Your account", Shown.AS_ANSWER_TO_A_FORM) {
            @Override
            void reach(Portal portal, Chromium browser) {
                ACCOUNT.reach(portal, browser);
                browser.type("email", "ann@example.com");
                browser.type("password", "short");
                browser.next();
            }

            @Override
            void goOn(Chromium browser) {
                ACCOUNT.goOn(browser);
            }

            @Override
            String headingAfterwards() {
                return PAST;
            }
        },
        CODE("Confirm your email", Shown.BY_ADDRESS) {
            @Override
            void reach(Portal portal, Chromium browser) {
                ACCOUNT.reach(portal, browser);
                ACCOUNT.goOn(browser);
            }

            @Override
            void goOn(Chromium browser) {
                browser.click(By.cssSelector(".govuk-back-link"));
            }
        },
        CODE_ERROR("Confirm your email", Shown.AS_ANSWER_TO_A_FORM) {
            @Override
            void reach(Portal portal, Chromium browser) {
                CODE.reach(portal, browser);
                browser.type("code", "12");
                browser.next();
            }

            @Override
            void goOn(Chromium browser) {
                CODE.goOn(browser);
            }
        },
        ADDRESS("Change your email address", Shown.BY_ADDRESS) {
            @Override
            void reach(Portal portal, Chromium browser) {
                CODE.reach(portal, browser);
                CODE.goOn(browser);
            }

            @Override
            void goOn(Chromium browser) {
                browser.type("email", "changed-" + UUID.randomUUID() + "@example.com");
                browser.next();
            }
        },
        ADDRESS_ERROR("Change your email address", Shown.AS_ANSWER_TO_A_FORM) {
            @Override
            void reach(Portal portal, Chromium browser) {
                ADDRESS.reach(portal, browser);
                browser.type("email", "nonsense");
                browser.next();
            }

            @Override
            void goOn(Chromium browser) {
                ADDRESS.goOn(browser);
            }
        };

        private final String heading;
        private final Shown shown;

        Form(String heading, Shown shown) {
            this.heading = heading;
            this.shown = shown;
        }

        abstract void reach(Portal portal, Chromium browser);

        abstract void goOn(Chromium browser);

        /** What it says when people come back to it who went on: an account is made only once. */
        String headingAfterwards() {
            return heading;
        }
    }

    /** A way back to the page, from the page itself or from the one after it. */
    private enum Move {
        RELOAD(Chromium::reload),
        FORWARD(
                browser -> {
                    browser.back();
                    browser.forward();
                }),
        BACK(Chromium::back);

        private final Consumer<Chromium> make;

        Move(Consumer<Chromium> make) {
            this.make = make;
        }
    }

    @ParameterizedTest(name = "script: {0}, pages kept for Back: {1}")
    @CsvSource({
        "ALLOWED, KEPT",
        "ALLOWED, SWITCHED_OFF",
        "SWITCHED_OFF, KEPT",
        "SWITCHED_OFF, SWITCHED_OFF"
    })
    @DisplayName("find each page again, and its form leads on")
    void findThePage(Chromium.Script script, Chromium.PageCache cache) {
        List<String> faults = new ArrayList<>();
        try (Chromium browser = Chromium.start(script, cache)) {
            for (Form form : Form.values()) {
                browser.newTab();
                browser.forgetCookies();
                // Each on a machine of its own, as far as limits go.
                browser.comeFrom(
                        "10.79." + script.ordinal() + cache.ordinal() + "." + form.ordinal());
                form.reach(portal, browser);
                new Visit(browser, form, script, faults).all();
            }
        }
        assertThat(faults).isEmpty();
    }

    /** One page, reached, and every move from there. */
    private record Visit(Chromium browser, Form form, Chromium.Script script, List<String> faults) {

        void all() {
            String address = browser.address();
            see("reached", form.heading);
            make(Move.RELOAD, form.heading);
            seeInAnotherTab("duplicated", address, form.heading);
            make(Move.FORWARD, form.heading);
            form.goOn(browser);
            String next = browser.heading();
            make(Move.BACK, form.headingAfterwards());
            if (hasItsAddress()) {
                seeInAnotherTab("bookmarked or reopened", address, form.headingAfterwards());
            }
            if (!browser.heading().equals(PAST)) {
                form.goOn(browser);
            }
            if (browser.heading().equals(PAST) && form.headingAfterwards().equals(PAST)) {
                if (browser.count("a[href*='step=address']") != 1) {
                    faults.add(form + ": no way to the page that changes the address");
                }
                browser.click(By.id("loginContinueLink"));
            }
            see("gone on from again", next);
        }

        /**
         * The sign-in form is sent to an address of Keycloak's that works once. Without a script
         * that is where its answer stays; it leads to where the person is by now.
         */
        private boolean hasItsAddress() {
            return form != Form.SIGN_IN_ERROR || script == Chromium.Script.ALLOWED;
        }

        private void make(Move move, String heading) {
            move.make.accept(browser);
            if (form.shown == Shown.AS_ANSWER_TO_A_FORM
                    && script == Chromium.Script.SWITCHED_OFF
                    && browser.text("body").contains(ASKS)) {
                browser.reload();
            }
            see(move.name(), heading);
        }

        private void seeInAnotherTab(String move, String address, String heading) {
            browser.inAnotherTab(address, () -> see(move, heading));
        }

        /** A page that the browser has kept is as it was, past or not. */
        private void see(String move, String expected) {
            String seen = browser.count("h1") == 1 ? browser.heading() : browser.text("body");
            if (!seen.equals(expected) && !(move.equals("BACK") && seen.equals(form.heading))) {
                faults.add(form + ", " + move + ": " + expected + ", but was " + seen);
            }
        }
    }
}
