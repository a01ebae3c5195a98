package org.childrensportal.keycloak.password;

import java.util.List;
import java.util.Optional;
import org.childrensportal.keycloak.domain.password.PasswordText;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The password that is being set in this request. Policies are shown its composed spelling only,
 * but earlier passwords may have been hashed in the very one that was typed.
 */
final class PasswordBeingSet {

    private static final String ATTRIBUTE = PasswordBeingSet.class.getName();

    private PasswordBeingSet() {}

    /** Notes what was typed for the policies that judge it. */
    static void note(KeycloakSession session, PasswordText text) {
        session.setAttribute(ATTRIBUTE, text);
    }

    /** Every spelling in which {@code password}, which is being judged, may have been hashed. */
    static List<String> spellings(KeycloakSession session, RealmModel realm, String password) {
        if (!new PortalRealm(realm).isPortal()) {
            return List.of(password);
        }
        PasswordText judged = new PasswordText(password);
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, PasswordText.class))
                .filter(judged::isSameAs)
                .orElse(judged)
                .spellings();
    }
}
