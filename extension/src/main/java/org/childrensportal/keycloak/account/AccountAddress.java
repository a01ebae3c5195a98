package org.childrensportal.keycloak.account;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.Urls;

/** The addresses of the account page, and those that it leads to. They hold no secret. */
final class AccountAddress {

    private final KeycloakSession session;
    private final ClientModel client;

    /**
     * @param client the application that the page is, {@code account}
     */
    AccountAddress(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.client = client;
    }

    /** The page, as Keycloak 26.7 writes its address: with a slash at the end. */
    URI page() {
        return UriBuilder.fromUri(Urls.accountBase(base()).build(realm())).path("/").build();
    }

    private URI base() {
        return session.getContext().getUri().getBaseUri();
    }

    private String realm() {
        return session.getContext().getRealm().getName();
    }

    /** Where people sign in who then come back to {@code page}. No code is in that address. */
    URI signIn(URI page) {
        return authorization(page).build(realm());
    }

    /**
     * Where people begin {@code action}, and come back to the page.
     *
     * @param state what the page knows them by when they are back
     */
    URI begin(AccountAction action, String state) {
        return authorization(page())
                .queryParam(OAuth2Constants.STATE, state)
                .queryParam(Constants.KC_ACTION, action.id())
                .build(realm());
    }

    private UriBuilder authorization(URI page) {
        return OIDCLoginProtocolService.authUrl(UriBuilder.fromUri(base()))
                .queryParam(OAuth2Constants.CLIENT_ID, client.getClientId())
                .queryParam(OAuth2Constants.REDIRECT_URI, encode(page.toString()))
                .queryParam(OAuth2Constants.RESPONSE_TYPE, OIDCResponseType.NONE)
                .queryParam(OAuth2Constants.SCOPE, OAuth2Constants.SCOPE_OPENID);
    }

    /** Where people sign out. */
    URI signOut() {
        return OIDCLoginProtocolService.logoutUrl(UriBuilder.fromUri(base())).build(realm());
    }

    /** A text as a parameter of an address. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
