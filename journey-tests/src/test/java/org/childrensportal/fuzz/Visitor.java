package org.childrensportal.fuzz;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.Portal;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody with an account of their own and a browser, who answers what pages ask for. */
final class Visitor {

    private static final int CREATED = 201;

    private final Portal portal;
    private final Browserless browser;
    private final String address = "visitor-" + UUID.randomUUID() + "@example.com";
    private final List<URI> opened = new ArrayList<>();
    private boolean isSignedIn;
    private String password = Registration.PASSWORD;
    private String typedAddress = address;

    Visitor(Portal portal) {
        this.portal = portal;
        this.browser = portal.browser();
    }

    Portal portal() {
        return portal;
    }

    Browserless browser() {
        return browser;
    }

    String address() {
        return address;
    }

    /** Gets an account that is confirmed. */
    Visitor withAccount() {
        String json =
                """
                {"username": "%1$s", "email": "%1$s", "emailVerified": true, "enabled": true,
                 "firstName": "Ann", "lastName": "Lee", "attributes": {"professional": ["false"]},
                 "credentials": [{"type": "password", "value": "%2$s"}]}
                """
                        .formatted(address, password);
        if (portal.admin().send("POST", "/users", json).statusCode() != CREATED) {
            throw new AssertionError("no account for " + address);
        }
        return this;
    }

    /** Is signed in with an account, from now on if not already. */
    void beSignedIn() {
        if (!isSignedIn) {
            withAccount().signIn();
            isSignedIn = true;
        }
    }

    /** Opens an address that leads to the portal. */
    Page open(String where) {
        opened.add(URI.create(where));
        return browser.get(where);
    }

    /** Where they have come in so far. */
    List<URI> opened() {
        return opened;
    }

    Page signIn() {
        return Registration.signIn(portal, browser, address);
    }

    /** What a form is sent with when all is answered well. */
    Map<String, String> answers(FormElement form) {
        Map<String, String> answers = new HashMap<>();
        form.formData().forEach(field -> answers.put(field.key(), field.value()));
        for (Element field : form.select("input[name], select[name], textarea[name]")) {
            if (!field.attr("type").equals("hidden")) {
                answers.merge(field.attr("name"), "", (there, none) -> there);
            }
        }
        String next = "Fresh-Horse-" + UUID.randomUUID().toString().substring(0, 6) + "-staple";
        boolean newPassword = answers.containsKey("password-new");
        answers.replaceAll((name, value) -> answer(name, value));
        if (newPassword) {
            password = next;
            answers.put("password-new", next);
            answers.put("password-confirm", next);
        }
        return answers;
    }

    private String answer(String name, String standing) {
        return switch (name) {
            case "username" -> address;
            case "password", "password-confirm" -> password;
            case "email" -> {
                typedAddress = "typed-" + UUID.randomUUID() + "@example.com";
                yield typedAddress;
            }
            case "code" ->
                    portal.mail().isAnythingFor(typedAddress)
                            ? portal.codeFor(typedAddress)
                            : "12345678";
            case "otp", "totp" -> "123456";
            default -> Registration.PROFESSIONAL.getOrDefault(name, standing);
        };
    }
}
