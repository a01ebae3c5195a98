package org.childrensportal.local;

import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an application learns about a person by the claims of an ID token, in plain words. */
final class PersonInWords {

    private static final Map<String, String> WORDS = words();

    private PersonInWords() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("given_name", "Forename");
        words.put("family_name", "Surname");
        words.put("email", "Email address");
        words.put("email_verified", "Email address confirmed");
        words.put("professional", "Used in a professional capacity");
        words.put("job_role", "Role");
        words.put("organisation", "Organisation");
        words.put("address", "Work address");
        words.put("sub", "Identifier, which never changes (sub)");
        words.put("auth_time", "Signed in at (auth_time, in seconds since 1970)");
        return words;
    }

    /** Each claim that an application would use, in the order of the registration pages. */
    static Map<String, String> of(IDTokenClaimsSet claims) {
        Map<String, Object> values = claims.toJSONObject();
        Map<String, String> person = new LinkedHashMap<>();
        WORDS.forEach(
                (claim, words) -> {
                    if (values.get(claim) != null) {
                        person.put(words, inWords(values.get(claim)));
                    }
                });
        return person;
    }

    private static String inWords(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "Yes" : "No";
        }
        if (value instanceof Map<?, ?> address) {
            return inWords(
                    Stream.of("formatted", "street_address", "locality", "postal_code")
                            .map(address::get)
                            .filter(Objects::nonNull)
                            .toList());
        }
        return value instanceof Collection<?> several
                ? several.stream().map(PersonInWords::inWords).collect(Collectors.joining(", "))
                : value.toString();
    }
}
