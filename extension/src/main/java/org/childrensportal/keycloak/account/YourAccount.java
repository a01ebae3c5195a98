package org.childrensportal.keycloak.account;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.childrensportal.keycloak.address.UnconfirmedAccount;
import org.childrensportal.keycloak.journey.RefusalPage;
import org.childrensportal.keycloak.standing.SessionPassword;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resource.AccountResourceProvider;

/**
 * The page "Your account", at the address where Keycloak has its account console. Whoever is not
 * signed in signs in first. What the address says is taken note of, and the browser is sent to the
 * page's own address: nothing is left there that somebody could keep or pass on.
 */
public final class YourAccount implements AccountResourceProvider {

    private static final String NO_STORE = "no-store";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;
    private final AccountAddress address;

    YourAccount(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.client = client;
        this.address = new AccountAddress(session, client);
    }

    @Override
    public Object getResource() {
        return this;
    }

    /**
     * The page.
     *
     * @param path one of the console's pages, which is led to this one
     */
    @GET
    @Path("{path:.*}")
    public Response page(@PathParam("path") String path) {
        // Here, because Keycloak 26.7 makes this object for requests to its REST API as well.
        session.getContext().setClient(client);
        MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
        AuthResult signedIn =
                AuthenticationManager.authenticateIdentityCookie(session, realm, true);
        if (signedIn == null) {
            return notSignedIn(query);
        }
        if (SessionPassword.isOutdated(signedIn.session())) {
            SessionPassword.end(session, signedIn.session());
            return notSignedIn(query);
        }
        if (UnconfirmedAccount.wouldBe(signedIn.user()) || isAskedFirst(signedIn.user())) {
            return unfinished(query);
        }
        AccountVisit visit = new AccountVisit(session, signedIn);
        if (!query.isEmpty() || !path.isEmpty()) {
            visit.note(query);
            return redirect(address.page());
        }
        return kept(new AccountOverview(session, address, visit).response());
    }

    private Response notSignedIn(MultivaluedMap<String, String> query) {
        return query.containsKey(OAuth2Constants.ERROR)
                // Keycloak sent them back, and would do so again.
                ? kept(RefusalPage.CANNOT_OPEN_ACCOUNT.response(session, null))
                : redirect(address.signIn(withReferrer(query)));
    }

    /** Whether an administrator wants something of them first, such as a new password. */
    private boolean isAskedFirst(UserModel user) {
        return user.getRequiredActionsStream()
                .map(realm::getRequiredActionProviderByAlias)
                .anyMatch(action -> action != null && action.isEnabled());
    }

    /**
     * Keycloak has them confirm their address, unless the realm's required action is off, and do
     * what else is asked of them.
     */
    private Response unfinished(MultivaluedMap<String, String> query) {
        return query.containsKey(OAuth2Constants.SESSION_STATE)
                        || query.containsKey(OAuth2Constants.ERROR)
                ? kept(RefusalPage.CANNOT_SIGN_IN.response(session, null))
                : redirect(address.signIn(withReferrer(query)));
    }

    /** The page, to which people come back with where they came from. */
    private URI withReferrer(MultivaluedMap<String, String> query) {
        UriBuilder page = UriBuilder.fromUri(address.page());
        for (String name : List.of(Referrer.APPLICATION, Referrer.ADDRESS)) {
            Optional.ofNullable(query.getFirst(name))
                    .ifPresent(value -> page.queryParam(name, AccountAddress.encode(value)));
        }
        return page.build();
    }

    private static Response redirect(URI target) {
        return kept(Response.status(Response.Status.FOUND).location(target).build());
    }

    private static Response kept(Response response) {
        return Response.fromResponse(response).header(HttpHeaders.CACHE_CONTROL, NO_STORE).build();
    }

    @Override
    public void close() {
        // nothing to close
    }
}
