package org.childrensportal.keycloak.reset;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.childrensportal.keycloak.domain.address.EmailAddress;
import org.childrensportal.keycloak.domain.text.VisibleText;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The account whose password somebody has forgotten.
 *
 * @param id of the account, if it is known already
 * @param name what was typed, or the account's user name
 */
record AskedAccount(Optional<String> id, String name) {

    /** No address or user name is longer, however it is written. */
    private static final int LONGEST = 1_000;

    /** The account that the session or the identity provider's answer names. */
    static AskedAccount known(UserModel user) {
        return new AskedAccount(Optional.of(user.getId()), user.getUsername());
    }

    /** The account that somebody typed the address or user name of, if there is one. */
    static AskedAccount typed(String text) {
        String name = text.length() > LONGEST ? "" : VisibleText.strip(text);
        return new AskedAccount(
                Optional.empty(), VisibleText.withoutInvisible(name).replaceAll("\\p{Cntrl}", ""));
    }

    /** The account, found as Keycloak finds it: by user name, then by email address. */
    Optional<UserModel> find(KeycloakSession session, RealmModel realm) {
        return id.isPresent()
                ? id.map(known -> session.users().getUserById(realm, known))
                : spellings()
                        .map(spelling -> find(session, realm, spelling))
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    /** As it was typed, because a user name may be anything; and as the address that it is. */
    private Stream<String> spellings() {
        return Stream.concat(
                        Stream.of(name), EmailAddress.read(name).map(EmailAddress::text).stream())
                .filter(spelling -> !spelling.isEmpty())
                .distinct();
    }

    private static UserModel find(KeycloakSession session, RealmModel realm, String spelling) {
        UserModel named = session.users().getUserByUsername(realm, spelling);
        return named == null && realm.isLoginWithEmailAllowed() && spelling.contains("@")
                ? session.users().getUserByEmail(realm, spelling)
                : named;
    }
}
