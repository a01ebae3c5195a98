package org.childrensportal.people;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people fill in when they register, and the pages that they come to by doing so. */
public final class Registration {

    /** A password that keeps every rule. */
    public static final String PASSWORD = "Correct-Horse-7-battery";

    /** The first page, filled in by a professional. */
    public static final Map<String, String> PROFESSIONAL =
            Map.of(
                    "firstName", "Zoë",
                    "lastName", "O'Brien",
                    "professional", "true",
                    "jobRole", "Teacher",
                    "organisation", "School <b>One</b>",
                    "street", "1 High Street",
                    "locality", "London",
                    "postal_code", "sw1a-1aa");

    /** The first page, filled in by somebody of the public. */
    public static final Map<String, String> PUBLIC =
            Map.of("firstName", "李", "lastName", "Smith-Jones", "professional", "false");

    private Registration() {}

    /** The second page, filled in. */
    public static Map<String, String> account(String address) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("email", address);
        form.put("password", PASSWORD);
        form.put("password-confirm", PASSWORD);
        return form;
    }

    /** The same form with one answer changed. */
    public static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    /** The first page, come to by a new person. */
    public static Page detailsPage(Entrance portal) {
        return portal.signIn().follow("a[href*=registration]");
    }

    /** The second page, come to by a new person. */
    public static Page accountPage(Entrance portal) {
        return detailsPage(portal).submit(PUBLIC);
    }

    /** The third page, come to by a new person who registers {@code address}. */
    public static Page codePage(Entrance portal, String address) {
        return accountPage(portal).submit(account(address));
    }

    /** Signs in with an account that is there already. */
    public static Page signIn(Entrance portal, Browserless browser, String address) {
        return portal.signIn(browser).submit(Map.of("username", address, "password", PASSWORD));
    }

    /** A code that is not {@code right}. */
    public static String wrong(String right) {
        return right.equals("00000000") ? "11111111" : "00000000";
    }

    /** Registers, confirms and comes back to the relying application. */
    public static Page register(Entrance portal, String address) {
        Page page = codePage(portal, address);
        return page.submit(Map.of("code", portal.codeFor(address)));
    }
}
