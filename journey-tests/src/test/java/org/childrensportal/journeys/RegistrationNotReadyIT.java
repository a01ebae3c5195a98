package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.PortalUnderPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(PortalUnderPath.Provider.class)
@DisplayName("Where something is switched off or missing that confirms addresses")
class RegistrationNotReadyIT {

    private static final String ACTION =
            "/authentication/required-actions/portal-verify-email-code";
    private static final String FLOW = "/authentication/flows/portal%20registration/executions";
    private static final String PROFILE = "/users/profile";
    private static final String TABLE = "PORTAL_EMAIL_CODE";
    private static final String HIDDEN = "HIDDEN_";
    private static final String CLOSED = "You cannot register at the moment";

    private final PortalUnderPath portal;
    private final AdminConsole admin;
    private String profile = "";
    private final String address = "person-" + UUID.randomUUID() + "@example.com";

    RegistrationNotReadyIT(PortalUnderPath portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    /** What an administrator can do, and what the log then says to put right. */
    enum Fault {
        ACTION_OFF("is switched off: switch it on at Authentication > Required actions") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.switchAction(false);
            }
        },
        ACTION_NOT_REGISTERED("is not registered: add it at Authentication > Required actions") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.admin.send("DELETE", ACTION, "");
            }
        },
        ACTION_UNDER_ANOTHER_NAME("has another alias: remove it and add it again") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.renameAction();
            }
        },
        NO_ACCOUNT("lacks portal-account-creation: make it REQUIRED at Authentication > Flows") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.disable("portal-account-creation");
            }
        },
        NO_PASSWORD("lacks portal-account-password: make it REQUIRED at Authentication > Flows") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.disable("portal-account-password");
            }
        },
        NO_SECOND_PAGE("lacks portal-account-page: make it REQUIRED at Authentication > Flows") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.disable("portal-account-page");
            }
        },
        NO_FIRST_PAGE("lacks portal-details-page: make it REQUIRED at Authentication > Flows") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.disable("portal-details-page");
            }
        },
        OTHER_PAGES("the Login theme in use, keycloak.v2, has no portal-register-details.ftl") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.admin.realm().configureRealm("{\"loginTheme\": \"keycloak.v2\"}");
            }
        },
        PAGES_MISSING("the Login theme in use, keycloak.v2, has no portal-register-details.ftl") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.admin.realm().configureRealm("{\"loginTheme\": \"not-there\"}");
            }
        },
        OTHER_MAILS("the Email theme in use, keycloak, has no text/portal-email-code.ftl") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.admin.realm().configureRealm("{\"emailTheme\": \"keycloak\"}");
            }
        },
        NO_ATTRIBUTE("the user profile lacks jobRole: add them at Realm settings > User profile") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.profile = test.admin.send("GET", PROFILE, "").body();
                test.admin.send("PUT", PROFILE, test.profile.replace("\"jobRole\"", "\"job\""));
            }
        },
        NO_TABLE(
                "the tables PORTAL_EMAIL_CODE, PORTAL_LIMITED_SUBJECT, PORTAL_USE and"
                        + " PORTAL_ADDRESS_CHANGE cannot be read") {
            @Override
            void make(RegistrationNotReadyIT test) {
                test.portal.renameTable(TABLE, HIDDEN + TABLE);
                // That they could be read is remembered for a minute.
                test.portal.clockAhead(Duration.ofMinutes(2));
            }
        };

        private final String advice;

        Fault(String advice) {
            this.advice = advice;
        }

        abstract void make(RegistrationNotReadyIT test);
    }

    @AfterEach
    void putRight() {
        admin.send("DELETE", ACTION.replace("portal-verify-email-code", "another"), "");
        if (admin.send("GET", ACTION, "").statusCode() == 404) {
            admin.send(
                    "POST",
                    "/authentication/register-required-action",
                    "{\"providerId\": \"portal-verify-email-code\", \"name\": \"Confirm\"}");
            putActionFirst();
        }
        switchAction(true);
        executions("\"requirement\":\"DISABLED\"")
                .forEach(execution -> require(execution, "REQUIRED"));
        if (!profile.isEmpty()) {
            admin.send("PUT", PROFILE, profile);
        }
        admin.realm()
                .configureRealm(
                        "{\"loginTheme\": \"childrens-portal\", \"emailTheme\":"
                                + " \"childrens-portal\"}");
        for (String table : List.of(TABLE, "PORTAL_LIMITED_SUBJECT", "PORTAL_USE")) {
            portal.renameTable(HIDDEN + table, table);
        }
        portal.clockAhead(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {TABLE, "PORTAL_LIMITED_SUBJECT", "PORTAL_USE"})
    @DisplayName("no account is made if a table is lost once the page is there")
    void tableLost(String table) {
        Page form = create(portal.browser(), "").submit(Registration.PUBLIC);
        portal.renameTable(table, HIDDEN + table);
        Page page = form.submit(Registration.account(address));
        assertThat(page.status()).as(page.html()).isEqualTo(503);
        assertThat(page.heading()).isEqualTo(CLOSED);
        putRight();
        assertThat(admin.people().pendingIds(address)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @DisplayName("nobody registers: page 1 says so, and the log and an event what to put right")
    void refused(Fault fault) {
        String log = log();
        int events = events();
        fault.make(this);
        Page page = create(portal.browser(), "");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.document().text()).contains("Nobody can register at the moment.");
        assertThat(page.document().select("form input")).isEmpty();
        assertThat(page.html()).doesNotContain("portal-account", "PORTAL_", "portalCannot");
        String logged = log().substring(log.length());
        assertThat(logged).contains("Nobody can register in the realm portal: ", fault.advice);
        assertThat(logged.split("Nobody can register in the realm", -1)).hasSize(2);
        assertThat(events()).isEqualTo(events + 1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    @DisplayName("whoever was on page 2 already gets no account")
    void refusedOnPageTwo(Fault fault) {
        Page page = Registration.accountPage(portal);
        assertThat(page.heading()).isEqualTo("Your account");
        fault.make(this);
        Page answer = page.submit(Registration.account(address));
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.document().text()).isNotEmpty();
        putRight();
        assertThat(admin.people().pendingIds(address)).isEmpty();
    }

    @Test
    @DisplayName("nor does whoever sends page 2 to Keycloak's own address, where no page is asked")
    void sentPastThePage() {
        Page signIn = portal.signIn();
        Page page = signIn.follow("a[href*=registration]").submit(Registration.PUBLIC);
        String execution =
                AdminConsole.field(
                        executions("\"providerId\":\"portal-account-page\"").get(0), "id");
        String code =
                signIn.document()
                        .select("form")
                        .first()
                        .absUrl("action")
                        .replaceFirst(".*session_code=([^&]+).*", "$1");
        String keycloaks =
                page.document()
                        .select("form")
                        .first()
                        .absUrl("action")
                        .replaceFirst(
                                "step=[^&]*", "execution=" + execution + "&session_code=" + code);
        switchAction(false);
        Page answer = page.browser().post(keycloaks, Registration.account(address));
        assertThat(answer.status()).as(answer.html()).isEqualTo(503);
        assertThat(answer.heading()).isEqualTo(CLOSED);
        putRight();
        assertThat(admin.people().pendingIds(address)).isEmpty();
    }

    @Test
    @DisplayName("the pages are the portal's, in the language of the person, and lead on")
    void looks() {
        switchAction(false);
        Page english = create(portal.browser(), "");
        assertThat(english.heading()).isEqualTo(CLOSED);
        assertThat(english.title()).startsWith("Error: " + CLOSED);
        assertThat(english.document().select("main a[href]")).isNotEmpty();
        Page welsh = create(portal.browser(), "&ui_locales=cy");
        assertThat(welsh.status()).isEqualTo(503);
        assertThat(welsh.heading()).isEqualTo("Ni allwch gofrestru ar hyn o bryd");
        assertThat(welsh.document().select("html").attr("lang")).isEqualTo("cy");
    }

    @Test
    @DisplayName("once it is put right, registration goes on where it was")
    void goesOn() {
        Page details = Registration.detailsPage(portal);
        switchAction(false);
        assertThat(details.browser().get(details.address().toString()).heading()).isEqualTo(CLOSED);
        switchAction(true);
        Page again = details.browser().get(details.address().toString());
        assertThat(again.submit(Registration.PUBLIC).heading()).isEqualTo("Your account");
    }

    private Page create(Browserless browser, String parameters) {
        return browser.get(
                portal.authorization(
                        "portal-web",
                        "&response_type=code&prompt=create"
                                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                                + "&code_challenge_method=S256"
                                + parameters));
    }

    private void renameAction() {
        String action = admin.send("GET", ACTION, "").body();
        admin.send(
                "PUT",
                ACTION,
                action.replaceFirst("\"alias\":\"[^\"]+\"", "\"alias\":\"another\""));
    }

    private void switchAction(boolean on) {
        admin.realm().switchRequiredAction("portal-verify-email-code", on);
    }

    /** One that is added comes last. */
    private void putActionFirst() {
        String action = admin.send("GET", ACTION, "").body();
        admin.send("PUT", ACTION, action.replaceFirst("\"priority\":\\d+", "\"priority\":10"));
    }

    private void disable(String provider) {
        executions("\"providerId\":\"" + provider + "\"")
                .forEach(execution -> require(execution, "DISABLED"));
    }

    private List<String> executions(String having) {
        return Pattern.compile("\\{[^{}]*" + having + "[^{}]*}")
                .matcher(admin.send("GET", FLOW, "").body())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private void require(String execution, String requirement) {
        admin.send(
                "PUT",
                FLOW,
                execution.replaceFirst(
                        "\"requirement\":\"[A-Z]+\"", "\"requirement\":\"" + requirement + "\""));
    }

    private int events() {
        return admin.send("GET", "/events?max=1000&type=REGISTER_ERROR", "")
                        .body()
                        .split("portal_registration_not_ready", -1)
                        .length
                - 1;
    }

    private String log() {
        try {
            return Files.readString(portal.logs().get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
