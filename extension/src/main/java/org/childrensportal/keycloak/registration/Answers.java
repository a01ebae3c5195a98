package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.profile.Postcode;
import org.childrensportal.keycloak.domain.text.VisibleText;
import org.childrensportal.keycloak.profile.ProfileAttribute;
import org.childrensportal.keycloak.profile.WorkDetailsSetting;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a person has answered so far, right or wrong, kept as notes of the authentication session so
 * that Back, reload and an error lose nothing. Passwords are never among them.
 */
final class Answers {

    private static final List<String> QUESTIONS =
            Stream.of(
                            ProfileAttribute.PERSONAL,
                            ProfileAttribute.WORK,
                            List.of(ProfileAttribute.EMAIL))
                    .flatMap(List::stream)
                    .toList();

    private static final String NOTE = "portal.answer.";

    /** Every rule refuses longer answers, so they are not kept in the session. */
    private static final int LONGEST_KEPT = 2_000;

    private final AuthenticationSessionModel journey;

    Answers(AuthenticationSessionModel journey) {
        this.journey = journey;
    }

    /** Keeps the answers to {@code questions} that the form holds; repeated ones count once. */
    void keep(Collection<String> questions, MultivaluedMap<String, String> form) {
        questions.forEach(question -> keep(question, form.getFirst(question)));
    }

    /** Keeps what the form holds and leaves the other answers as they are. */
    void keepTyped(MultivaluedMap<String, String> form) {
        keep(QUESTIONS.stream().filter(form::containsKey).toList(), form);
    }

    private void keep(String question, String typed) {
        if (typed == null || typed.isBlank() || typed.length() > LONGEST_KEPT) {
            journey.removeAuthNote(NOTE + question);
        } else {
            journey.setAuthNote(NOTE + question, tidy(question, typed));
        }
    }

    /** The answer as it is stored in the profile: trimmed, and a postcode in its standard form. */
    static String tidy(String question, String typed) {
        String trimmed =
                question.equals(ProfileAttribute.EMAIL) ? VisibleText.strip(typed) : typed.strip();
        return question.equals(ProfileAttribute.POSTCODE)
                ? Postcode.read(trimmed).map(Postcode::text).orElse(trimmed)
                : trimmed;
    }

    /** Every answer, by question. */
    Map<String, String> all() {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String question : QUESTIONS) {
            String answer = journey.getAuthNote(NOTE + question);
            if (answer != null) {
                answers.put(question, answer);
            }
        }
        return answers;
    }

    /** Names and organisation, which a password must not contain. */
    List<String> personalNames() {
        Map<String, String> answers = all();
        return Stream.of(
                        ProfileAttribute.FORENAME,
                        ProfileAttribute.SURNAME,
                        ProfileAttribute.ORGANISATION)
                .filter(answers::containsKey)
                .map(answers::get)
                .toList();
    }

    /** The answers that belong in the profile: work details only if they were asked for. */
    Map<String, String> forProfile(RealmModel realm) {
        Map<String, String> answers = all();
        if (!"true".equals(answers.get(ProfileAttribute.PROFESSIONAL))
                && !WorkDetailsSetting.of(realm).asksEveryone()) {
            answers.keySet().removeAll(ProfileAttribute.WORK);
        }
        return answers;
    }

    /** Forgets everything, once the account holds it. */
    void forget() {
        QUESTIONS.forEach(question -> journey.removeAuthNote(NOTE + question));
    }
}
