package org.childrensportal.keycloak.registration;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** Keeps {@code answer}, which the person has not given, unless there is one. */
    void offer(String question, String answer) {
        if (journey.getAuthNote(NOTE + question) == null) {
            keep(question, answer);
        }
    }

    private void keep(String question, String typed) {
        String answer = typed == null ? "" : tidy(question, typed);
        if (answer.isEmpty() || answer.length() > LONGEST_KEPT) {
            journey.removeAuthNote(NOTE + question);
        } else {
            journey.setAuthNote(NOTE + question, answer);
        }
    }

    /** The answer as the profile stores it. */
    static String tidy(String question, String typed) {
        return switch (question) {
            case ProfileAttribute.EMAIL -> VisibleText.strip(typed);
            case ProfileAttribute.POSTCODE -> Postcode.tidy(typed);
            default -> VisibleText.line(typed);
        };
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
    List<String> personalNames(RealmModel realm) {
        Map<String, String> answers = forProfile(realm);
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
        if (!WorkDetailsSetting.of(realm)
                .asks(Optional.ofNullable(answers.get(ProfileAttribute.PROFESSIONAL)))) {
            answers.keySet().removeAll(ProfileAttribute.WORK);
        }
        return answers;
    }

    /** Forgets everything, once the account holds it. */
    void forget() {
        QUESTIONS.forEach(question -> journey.removeAuthNote(NOTE + question));
    }
}
