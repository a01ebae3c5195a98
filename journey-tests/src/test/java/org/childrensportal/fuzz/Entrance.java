package org.childrensportal.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.Portal;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * A way by which people come to pages of the portal.
 *
 * @param name for reports
 * @param open brings somebody to its first page
 * @param besides what programs send that have no page
 */
record Entrance(String name, Function<Visitor, Page> open, Function<Visitor, List<Draft>> besides) {

    private static final Set<String> ONCE =
            Set.of("reset link", "way back", "several sessions", "app's code");

    private static final String REALM = "/realms/portal";

    private Entrance(String name, Function<Visitor, Page> open) {
        this(name, open, visitor -> List.of());
    }

    /** All that there are; every required action that the realm offers is one. */
    static List<Entrance> all(Portal portal) {
        List<Entrance> all = new ArrayList<>();
        all.add(new Entrance("sign in", visitor -> authorization(visitor, "")));
        all.add(new Entrance("sign in in Welsh", v -> authorization(v, "&ui_locales=cy")));
        all.add(new Entrance("register", visitor -> authorization(visitor, "&prompt=create")));
        all.add(
                new Entrance(
                        "register with an address",
                        visitor ->
                                authorization(
                                        visitor, "&prompt=create&login_hint=hint%40example.com")));
        all.add(new Entrance("account, signed out", v -> open(v, REALM + "/account/")));
        all.add(new Entrance("account", v -> signedIn(v, REALM + "/account/")));
        all.add(new Entrance("sign in again", v -> signedIn(v, "&prompt=login")));
        all.add(
                new Entrance(
                        "sign out", v -> signedIn(v, REALM + "/protocol/openid-connect/logout")));
        all.add(new Entrance("reset link", Entrance::resetLink));
        all.add(new Entrance("way back", Entrance::wayBack));
        all.add(new Entrance("home", visitor -> open(visitor, "/"), Interfaces::drafts));
        all.add(new Entrance("several sessions", Entrance::severalSessions));
        all.add(new Entrance("app's code", Entrance::appsCode));
        for (String alias : requiredActions(portal.admin())) {
            all.add(new Entrance(alias, visitor -> signedIn(visitor, "&kc_action=" + alias)));
        }
        return all;
    }

    /** Whether somebody can come by it again, as often as they want. */
    boolean isOpen() {
        return !ONCE.contains(name);
    }

    private static List<String> requiredActions(AdminConsole admin) {
        String json = admin.send("GET", "/authentication/required-actions", "").body();
        try {
            return Stream.of(
                            JsonSerialization.readValue(
                                    json, RequiredActionProviderRepresentation[].class))
                    .filter(RequiredActionProviderRepresentation::isEnabled)
                    .map(RequiredActionProviderRepresentation::getAlias)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page authorization(Visitor visitor, String parameters) {
        return visitor.open(visitor.portal().authorization(parameters));
    }

    private static Page open(Visitor visitor, String path) {
        return visitor.open(visitor.portal().address() + path);
    }

    private static Page signedIn(Visitor visitor, String where) {
        visitor.beSignedIn();
        return where.startsWith("&") ? authorization(visitor, where) : open(visitor, where);
    }

    private static Page resetLink(Visitor visitor) {
        visitor.withAccount();
        authorization(visitor, "")
                .follow("a[href*=reset-credentials]")
                .send(Map.of("username", visitor.address()));
        return visitor.open(visitor.portal().linkFor(visitor.address()));
    }

    private static Page wayBack(Visitor visitor) {
        String next = "moved-" + visitor.address();
        signedIn(visitor, "&kc_action=UPDATE_EMAIL")
                .send(Map.of("email", next))
                .send(Map.of("code", visitor.portal().codeFor(next)));
        return visitor.open(visitor.portal().mail().wayBackFor(visitor.address()));
    }

    private static Page severalSessions(Visitor visitor) {
        Page page = signedIn(visitor, "&kc_action=portal-sessions");
        for (int more = 0; more < 2; more++) {
            Registration.signIn(visitor.portal(), visitor.portal().browser(), visitor.address());
        }
        return visitor.browser().get(page.address().toString());
    }

    private static Page appsCode(Visitor visitor) {
        Page page = signedIn(visitor, "&kc_action=CONFIGURE_TOTP");
        String secret = page.document().select("[name=totpSecret]").attr("value");
        page.send(Map.of("totp", new TimeBasedOTP().generateTOTP(secret)));
        visitor.browser().forgetCookies();
        return visitor.signIn();
    }
}
