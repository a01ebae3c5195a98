package org.childrensportal.journeys;

import java.util.ArrayList;
import java.util.List;
import org.childrensportal.people.Registration;

/**
 * Somebody whose account was made before the realm was the portal's: the rows of {@code
 * docs/existing-people.md}.
 */
enum ExistingPerson {
    NAMED("u01", Address.CONFIRMED, List.of(Step.DETAILS)),
    NAMED_BY_ADDRESS("", Address.CONFIRMED, List.of(Step.DETAILS)),
    NAMED_LIKE_AN_ADDRESS("u02@office.example", Address.CONFIRMED, List.of(Step.DETAILS)),
    WITH_A_SHORT_NAME("ü", Address.CONFIRMED, List.of(Step.DETAILS)),
    WITHOUT_FORENAME("u03", Address.CONFIRMED, List.of(Step.DETAILS)) {
        @Override
        String more() {
            return "\"lastName\": \"Lee\",";
        }
    },
    WITH_ANSWERS_THAT_BREAK_RULES("u04", Address.CONFIRMED, List.of(Step.DETAILS)) {
        @Override
        String more() {
            return """
            "firstName": "Ann", "lastName": "%s",
            "attributes": {"postal_code": ["nowhere"], "organisation": ["one\\ntwo"]},
            """
                    .formatted("L".repeat(120));
        }
    },
    WITH_OTHER_ATTRIBUTES("u05", Address.CONFIRMED, List.of(Step.DETAILS)) {
        @Override
        String more() {
            return NAMES + "\"attributes\": {\"department\": [\"Housing\"]},";
        }
    },
    COMPLETE("u06", Address.CONFIRMED, List.of()) {
        @Override
        String more() {
            return NAMES + "\"attributes\": {\"professional\": [\"false\"]},";
        }
    },
    NOT_VERIFIED("u07", Address.UNCONFIRMED, List.of(Step.CODE, Step.DETAILS)),
    NOT_VERIFIED_BY_ADDRESS("", Address.UNCONFIRMED, List.of(Step.CODE, Step.DETAILS)),
    WITHOUT_ADDRESS("u08", Address.NONE, List.of(Step.ADDRESS, Step.CODE, Step.DETAILS)),
    VERIFIED_WITHOUT_ADDRESS(
            "u09", Address.NONE_BUT_VERIFIED, List.of(Step.ADDRESS, Step.CODE, Step.DETAILS)),
    IN_A_USER_STORE("staff", Address.OF_THE_STORE, List.of(Step.CODE, Step.DETAILS)),
    WITH_AN_APP("u10", Address.CONFIRMED, List.of(Step.APP, Step.DETAILS)) {
        @Override
        String credentials() {
            return """
            %s, {"type": "otp", "secretData": "{\\"value\\":\\"%s\\"}", "credentialData":
             "{\\"subType\\":\\"totp\\",\\"digits\\":6,\\"period\\":30,\\"algorithm\\":\\"HmacSHA1\\"}"}
            """
                    .formatted(super.credentials(), Step.SECRET);
        }
    },
    WITH_A_WEAK_PASSWORD("u11", Address.CONFIRMED, List.of(Step.DETAILS)) {
        @Override
        String password() {
            return "abc";
        }
    },
    WITH_A_TEMPORARY_PASSWORD("u12", Address.CONFIRMED, List.of(Step.PASSWORD, Step.DETAILS)) {
        @Override
        String more() {
            return NAMES + "\"requiredActions\": [\"UPDATE_PASSWORD\"],";
        }
    };

    /** What there is of an address. */
    enum Address {
        CONFIRMED,
        UNCONFIRMED,
        NONE,
        NONE_BUT_VERIFIED,
        OF_THE_STORE
    }

    private static final String NAMES = "\"firstName\": \"Ann\", \"lastName\": \"Lee\",";

    private final String name;
    private final Address address;
    private final List<Step> steps;

    ExistingPerson(String name, Address address, List<Step> steps) {
        this.name = name;
        this.address = address;
        this.steps = steps;
    }

    /** The address that the person has or is given, which tells it from others in the mailbox. */
    String address(String unique) {
        return address == Address.OF_THE_STORE
                ? name(unique) + "@example.com"
                : "%s-%s@example.com".formatted(name().toLowerCase().replace('_', '-'), unique);
    }

    /** The user name. */
    String name(String unique) {
        if (name.isEmpty()) {
            return address(unique);
        }
        if (address == Address.OF_THE_STORE) {
            return "staff-" + unique;
        }
        return name.length() == 1 ? name + unique.charAt(0) : unique + "-" + name;
    }

    /** The row of the realm's file; none for whoever is in a user store. */
    List<String> row(String unique) {
        if (address == Address.OF_THE_STORE) {
            return List.of();
        }
        String own =
                address == Address.CONFIRMED || address == Address.UNCONFIRMED
                        ? "\"email\": \"%s\",".formatted(address(unique))
                        : "";
        boolean verified = address == Address.CONFIRMED || address == Address.NONE_BUT_VERIFIED;
        return List.of(
                """
                {"username": "%s", %s "emailVerified": %s, "enabled": true, %s "credentials": [%s]}
                """
                        .formatted(name(unique), own, verified, more(), credentials()));
    }

    String more() {
        return NAMES;
    }

    String password() {
        return Registration.PASSWORD;
    }

    /** Hashed as Keycloak did it where the rules of passwords were others. */
    String credentials() {
        return HashedPassword.row("password", "pbkdf2-sha256", password(), 1);
    }

    /** The pages between the sign-in page and the application, where people are asked. */
    List<Step> steps() {
        return steps;
    }

    /** The same where nobody is asked for details. */
    List<Step> stepsWithoutDetails() {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.remove(Step.DETAILS);
        return fewer;
    }

    /** The pages that somebody may come to, by their headings. */
    enum Step {
        DETAILS("We need to know a little more"),
        CODE("Confirm your email"),
        ADDRESS("What is your email address?"),
        APP("Enter the code of your authenticator app"),
        PASSWORD("Change your password");

        static final String SECRET = "an-authenticator-apps-secret";

        private final String heading;

        Step(String heading) {
            this.heading = heading;
        }

        String heading() {
            return heading;
        }
    }
}
