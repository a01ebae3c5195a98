package org.childrensportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goes through the realm's switches that say how people sign in. The list is Keycloak's: a switch
 * that another version adds is neither here nor among the others, and fails the first test.
 */
@ExtendWith(Portal.Provider.class)
@DisplayName("Each switch of the realm's login settings has its place on the portal's pages:")
class LoginSettingsIT {

    private static final String REMEMBER = "input[type=checkbox][name=rememberMe]";

    /** The switches that people see, with what they see of them. */
    enum Switch {
        REGISTRATION("registrationAllowed", true) {
            @Override
            void check(Portal portal, boolean on) {
                assertThat(portal.signIn().document().select("main a[href*=registration]"))
                        .hasSize(on ? 2 : 0);
            }
        },
        FORGOTTEN_PASSWORD("resetPasswordAllowed", true) {
            @Override
            void check(Portal portal, boolean on) {
                assertThat(portal.signIn().document().select("main a[href*=reset-credentials]"))
                        .hasSize(on ? 1 : 0);
            }
        },
        REMEMBER_ME("rememberMe", false) {
            @Override
            void check(Portal portal, boolean on) {
                assertThat(portal.signIn().document().select(REMEMBER)).hasSize(on ? 1 : 0);
            }
        },
        EMAIL_AS_USER_NAME("registrationEmailAsUsername", true) {
            @Override
            void check(Portal portal, boolean on) {
                assertThat(label(portal.signIn())).isEqualTo(on ? "Email" : "Email or user name");
            }
        },
        SIGN_IN_WITH_EMAIL("loginWithEmailAllowed", true) {
            @Override
            void check(Portal portal, boolean on) {
                portal.admin().realm().configureRealm("{\"registrationEmailAsUsername\": false}");
                assertThat(label(portal.signIn()))
                        .isEqualTo(on ? "Email or user name" : "User name");
            }
        },
        DUPLICATE_EMAILS("duplicateEmailsAllowed", false) {
            @Override
            void check(Portal portal, boolean on) {
                portal.admin()
                        .realm()
                        .configureRealm(
                                "{\"registrationEmailAsUsername\": false,"
                                        + " \"loginWithEmailAllowed\": "
                                        + !on
                                        + "}");
                assertThat(label(portal.signIn()))
                        .isEqualTo(on ? "User name" : "Email or user name");
            }
        },
        EDIT_USER_NAME("editUsernameAllowed", false) {
            @Override
            void check(Portal portal, boolean on) {
                portal.admin().realm().configureRealm("{\"registrationEmailAsUsername\": false}");
                Page profile = signedIn(portal, "&kc_action=UPDATE_PROFILE");
                assertThat(profile.document().select("label[for=username]").text())
                        .isEqualTo(on ? "User name *" : "");
                assertThat(profile.document().select("input[name=username]")).hasSize(on ? 1 : 0);
            }
        },
        VERIFY_EMAIL("verifyEmail", false) {
            @Override
            void check(Portal portal, boolean on) {
                // Either way by the portal's code, once.
                String address = "verify-" + UUID.randomUUID() + "@example.com";
                Page code = Registration.codePage(portal, address);
                assertThat(code.heading()).isEqualTo("Confirm your email");
                assertThat(code.submit(Map.of("code", portal.codeFor(address))).address())
                        .hasParameter("code");
            }
        },
        LANGUAGES("internationalizationEnabled", true) {
            @Override
            void check(Portal portal, boolean on) {
                assertThat(portal.signIn().document().select(".portal-languages"))
                        .hasSize(on ? 1 : 0);
            }
        },
        PASSKEYS("webAuthnPolicyPasswordlessPasskeysEnabled", false) {
            @Override
            void check(Portal portal, boolean on) {
                Page page = portal.signIn();
                assertThat(page.document().select("form[data-passkey=get]")).hasSize(on ? 1 : 0);
                assertThat(page.document().select("#username").attr("autocomplete"))
                        .isEqualTo(on ? "username webauthn" : "username");
                assertThat(page.document().select("script:not([src])")).isEmpty();
            }
        },
        ORGANISATIONS("organizationsEnabled", false) {
            @Override
            void check(Portal portal, boolean on) {
                assertThat(portal.signIn().heading()).isEqualTo("My account");
                assertThat(Registration.detailsPage(portal).heading()).isEqualTo("Your details");
            }
        };

        private final String setting;
        private final boolean usual;

        Switch(String setting, boolean usual) {
            this.setting = setting;
            this.usual = usual;
        }

        abstract void check(Portal portal, boolean on);

        private static String label(Page page) {
            return page.document().select("label[for=username]").text();
        }

        static Page signedIn(Portal portal, String parameters) {
            String address = "settings-" + UUID.randomUUID() + "@example.com";
            AdminConsole admin = portal.admin();
            admin.people()
                    .setEmailVerified(
                            admin.people().createUser(address, Registration.PASSWORD), true);
            Browserless browser = portal.browser();
            Registration.signIn(portal, browser, address);
            return browser.get(portal.authorization(parameters));
        }
    }

    /** Switches of the realm that change nothing on a page of signing in. */
    private static final List<String> OTHERS =
            List.of(
                    "adminEventsDetailsEnabled",
                    "adminEventsEnabled",
                    "adminPermissionsEnabled",
                    "bruteForceProtected",
                    "enabled",
                    "eventsEnabled",
                    "oauth2DeviceCodeEnabled",
                    "offlineSessionMaxLifespanEnabled",
                    "otpPolicyCodeReusable",
                    "permanentLockout",
                    "revokeRefreshToken",
                    "scimApiEnabled",
                    "userManagedAccessAllowed",
                    "verifiableCredentialsEnabled",
                    "webAuthnPolicyAvoidSameAuthenticatorRegister",
                    "webAuthnPolicyPasswordlessAvoidSameAuthenticatorRegister");

    private final Portal portal;
    private final AdminConsole admin;

    LoginSettingsIT(Portal portal) {
        this.portal = portal;
        this.admin = portal.admin();
    }

    @Test
    @DisplayName("every switch that Keycloak has is known")
    void known() {
        List<String> switches =
                Pattern.compile("\"([A-Za-z0-9]+)\":(true|false)")
                        .matcher(topLevel(admin.send("GET", "", "").body()))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(switches).hasSizeGreaterThan(Switch.values().length);
        assertThat(switches)
                .filteredOn(name -> !OTHERS.contains(name))
                .isSubsetOf(List.of(Switch.values()).stream().map(one -> one.setting).toList());
    }

    /** What stands in no object or list within the realm's. */
    private static String topLevel(String json) {
        String left = json.substring(1);
        for (String before = ""; !before.equals(left); ) {
            before = left;
            left = left.replaceAll("\\{[^{}\\[\\]]*}|\\[[^{}\\[\\]]*]", "");
        }
        return left;
    }

    @ParameterizedTest
    @EnumSource(Switch.class)
    @DisplayName("it is seen when it is on, and gone when it is off")
    void seen(Switch setting) {
        for (boolean on : new boolean[] {true, false}) {
            set(setting, on);
            setting.check(portal, on);
        }
    }

    private void set(Switch setting, boolean on) {
        // Keycloak (26.7) takes what is about passkeys together with the name only.
        admin.realm()
                .configureRealm(
                        """
                        {"webAuthnPolicyPasswordlessRpEntityName": "keycloak", "%s": %s}
                        """
                                .formatted(setting.setting, on));
    }

    @Test
    @DisplayName("who is to be remembered is, after the browser was closed, and nobody else")
    void remembered() {
        set(Switch.REMEMBER_ME, true);
        String address = "remember-" + UUID.randomUUID() + "@example.com";
        admin.people()
                .setEmailVerified(admin.people().createUser(address, Registration.PASSWORD), true);
        Browserless forgetful = portal.browser();
        Registration.signIn(portal, forgetful, address);
        assertThat(portal.signIn(forgetful.reopened()).heading()).isEqualTo("My account");

        Browserless mindful = portal.browser();
        Page page = portal.signIn(mindful);
        assertThat(page.document().select(REMEMBER).hasAttr("checked")).isFalse();
        Page refused =
                page.submit(Map.of("username", address, "password", "x", "rememberMe", "on"));
        assertThat(refused.document().select(REMEMBER).hasAttr("checked")).isTrue();
        refused.submit(
                Map.of("username", address, "password", Registration.PASSWORD, "rememberMe", "on"));
        assertThat(portal.signIn(mindful.reopened()).address()).hasParameter("code");
    }

    @Test
    @DisplayName(
            "identity providers are there in their order; hidden and switched-off ones are not")
    void identityProviders() {
        Map<String, String> providers = new TreeMap<>();
        providers.put(
                "zeta",
                "\"displayName\": \"Zeta <b>Council</b>\", \"config\": {\"guiOrder\": \"1\"");
        providers.put(
                "alpha", "\"displayName\": \"Alpha School\", \"config\": {\"guiOrder\": \"2\"");
        providers.put("hidden", "\"hideOnLogin\": true, \"config\": {\"guiOrder\": \"3\"");
        providers.put("off", "\"enabled\": false, \"config\": {\"guiOrder\": \"4\"");
        providers.put("linked", "\"linkOnly\": true, \"config\": {\"guiOrder\": \"5\"");
        try {
            providers.forEach(this::createProvider);
            Page page = portal.signIn();
            assertThat(page.document().select("main a[href*=/broker/]").eachText())
                    .containsExactly(
                            "Sign in with Zeta <b>Council</b>", "Sign in with Alpha School");
            assertThat(page.follow("main a[href*=/broker/zeta/]").address().toString())
                    .startsWith("http://localhost:9/a?");
            assertThat(
                            portal.signIn("&ui_locales=cy")
                                    .document()
                                    .select("main a[href*=/broker/]")
                                    .eachText())
                    .containsExactly(
                            "Mewngofnodi gyda Zeta <b>Council</b>",
                            "Mewngofnodi gyda Alpha School");
        } finally {
            providers
                    .keySet()
                    .forEach(
                            alias ->
                                    admin.send(
                                            "DELETE", "/identity-provider/instances/" + alias, ""));
        }
        assertThat(portal.signIn().document().select("main a[href*=/broker/]")).isEmpty();
    }

    private void createProvider(String alias, String more) {
        String settings = more.contains("enabled") ? more : "\"enabled\": true, " + more;
        assertThat(
                        admin.send(
                                        "POST",
                                        "/identity-provider/instances",
                                        """
                                        {"alias": "%s", "providerId": "oidc", %s,
                                         "authorizationUrl": "http://localhost:9/a",
                                         "tokenUrl": "http://localhost:9/t",
                                         "clientId": "portal", "clientSecret": "unused"}}
                                        """
                                                .formatted(alias, settings))
                                .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&prompt=login", "&max_age=0"})
    @DisplayName("whoever signs in again is not asked to be remembered, or to register")
    void again(String parameters) {
        set(Switch.REMEMBER_ME, true);
        Page page = Switch.signedIn(portal, parameters);
        assertThat(page.document().select(REMEMBER)).isEmpty();
        assertThat(page.document().select("main a[href*=registration]")).isEmpty();
    }

    @AfterEach
    void asBefore() {
        for (Switch setting : Switch.values()) {
            set(setting, setting.usual);
        }
    }
}
