package org.childrensportal.keycloak.registration;

import java.util.List;
import java.util.stream.Stream;
import org.childrensportal.keycloak.database.CodeTables;
import org.childrensportal.keycloak.realm.PortalRealm;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** All that an account needs of realm and server until its address is confirmed. */
public final class RegistrationNeeds {

    private final KeycloakSession session;
    private final RealmModel realm;

    /** Of the realm of {@code session}. */
    public RegistrationNeeds(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** What is missing, in words for administrators; nobody can register unless nothing is. */
    public List<String> missing() {
        return missing(new CodeTables(session).missing());
    }

    /** The same at less cost, for a page: of the tables it may be what was true a minute ago. */
    List<String> missingLately() {
        return missing(new CodeTables(session).missingLately());
    }

    private List<String> missing(Stream<String> tables) {
        return Stream.of(
                        action(),
                        new RegistrationFlow(realm).missing(),
                        new RegistrationProfile(session).missing(),
                        new RegistrationTemplates(session).missing(),
                        tables)
                .flatMap(found -> found)
                .toList();
    }

    private Stream<String> action() {
        PortalRealm portal = new PortalRealm(realm);
        String action = "the required action " + PortalRealm.CONFIRMATION;
        if (session.getKeycloakSessionFactory()
                        .getProviderFactory(RequiredActionProvider.class, PortalRealm.CONFIRMATION)
                == null) {
            return Stream.of(action + " is switched off in the server's options");
        }
        if (portal.confirmation().isEmpty()) {
            return Stream.of(
                    action + " is not registered: add it at Authentication > Required actions");
        }
        if (!portal.confirmation().get().getAlias().equals(PortalRealm.CONFIRMATION)) {
            return Stream.of(action + " has another alias: remove it and add it again");
        }
        return portal.confirmsAddresses()
                ? Stream.empty()
                : Stream.of(
                        action
                                + " is switched off: switch it on at Authentication > Required"
                                + " actions");
    }
}
