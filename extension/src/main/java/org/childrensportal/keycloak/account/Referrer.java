package org.childrensportal.keycloak.account;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.util.ResolveRelative;

/**
 * The application that somebody came from, as it says so itself, by the parameters of Keycloak's
 * console (26.7). It is led back to only at an address that is one of its own.
 *
 * @param application its client id
 * @param address where to go back to
 */
record Referrer(String application, String address) {

    /** The parameter with the application's client id. */
    static final String APPLICATION = "referrer";

    /**
     * The parameter with the address to go back to; the application's home URL if there is none.
     */
    static final String ADDRESS = "referrer_uri";

    /** What the address of the page says, if it may. */
    static Optional<Referrer> read(
            KeycloakSession session, MultivaluedMap<String, String> parameters) {
        return Optional.ofNullable(parameters.getFirst(APPLICATION))
                .flatMap(id -> client(session, id))
                .flatMap(client -> of(session, client, parameters.getFirst(ADDRESS)));
    }

    /** The same of an application that may have been changed since. */
    Optional<Referrer> stillThere(KeycloakSession session) {
        return client(session, application).flatMap(client -> of(session, client, address));
    }

    private static Optional<Referrer> of(
            KeycloakSession session, ClientModel client, String address) {
        String home =
                ResolveRelative.resolveRelativeUri(
                        session, client.getRootUrl(), client.getBaseUrl());
        String verified =
                address == null || address.equals(home)
                        ? home
                        : RedirectUtils.verifyRedirectUri(session, address, client);
        return Optional.ofNullable(verified)
                .filter(Referrer::isOfTheWeb)
                .map(target -> new Referrer(client.getClientId(), target));
    }

    private static boolean isOfTheWeb(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    private static Optional<ClientModel> client(KeycloakSession session, String id) {
        return Optional.ofNullable(session.getContext().getRealm().getClientByClientId(id))
                .filter(ClientModel::isEnabled);
    }
}
