package org.childrensportal.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An application that relies on the portal, as {@code portal-web} does: OpenID Connect's
 * authorization code flow with PKCE, by the Nimbus SDK.
 */
public final class RelyingParty {

    private static final ClientID CLIENT = new ClientID("portal-web");
    private static final Scope SCOPE =
            new Scope("openid", "profile", "email", "address", "portal-profile");

    /** A server that has just started takes longer than the half second that is usual. */
    private static final ResourceRetriever PATIENT = new DefaultResourceRetriever(10_000, 60_000);

    private final URI issuer;
    private final URI callback;
    private final Map<State, Started> started = new ConcurrentHashMap<>();

    /**
     * What is kept of an authorization request until its response arrives.
     *
     * @param verifier proves to the token endpoint that both come from here
     * @param nonce binds the ID token to the request
     */
    private record Started(CodeVerifier verifier, Nonce nonce) {}

    /**
     * A person who has signed in.
     *
     * @param claims the verified claims of the ID token
     * @param tokens the tokens as received
     */
    public record SignedIn(IDTokenClaimsSet claims, OIDCTokens tokens) {}

    /** Nobody was signed in; the message says why, for a person to read. */
    public static final class Refused extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Relies on {@code issuer}, the realm's address; people come back to {@code callback}.
     *
     * @param issuer such as {@code http://localhost:8080/realms/portal}
     * @param callback one of the client's redirect URIs
     */
    public RelyingParty(URI issuer, URI callback) {
        this.issuer = issuer;
        this.callback = callback;
    }

    /**
     * A new authorization request, for a browser to be sent to.
     *
     * @param prompt such as {@code create} to begin with registration; none to sign in
     */
    public URI authorizationRequest(Prompt.Type... prompt) {
        State state = new State();
        Started start = new Started(new CodeVerifier(), new Nonce());
        started.put(state, start);
        return new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, CLIENT, callback)
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(state)
                .nonce(start.nonce())
                .codeChallenge(start.verifier(), CodeChallengeMethod.S256)
                .prompt(prompt.length == 0 ? null : new Prompt(prompt))
                .build()
                .toURI();
    }

    /**
     * Takes the response that the browser brought to the callback, exchanges the code for tokens
     * and verifies the ID token against the realm's keys.
     *
     * @throws Refused if the portal signed nobody in, or the response is to no request of ours
     * @throws IllegalStateException if the tokens or the ID token are not right
     */
    public SignedIn finish(URI response) {
        try {
            AuthenticationResponse parsed = AuthenticationResponseParser.parse(response);
            Started start = started.remove(parsed.getState());
            if (start == null) {
                throw new Refused("No sign-in that was begun here is waiting for this answer.");
            }
            if (!parsed.indicatesSuccess()) {
                throw new Refused(inWords(parsed.toErrorResponse().getErrorObject()));
            }
            OIDCTokens tokens =
                    tokens(parsed.toSuccessResponse().getAuthorizationCode(), start.verifier());
            OIDCProviderMetadata metadata = metadata();
            IDTokenValidator validator =
                    new IDTokenValidator(
                            metadata.getIssuer(),
                            CLIENT,
                            JWSAlgorithm.RS256,
                            metadata.getJWKSetURI().toURL(),
                            PATIENT);
            return new SignedIn(validator.validate(tokens.getIDToken(), start.nonce()), tokens);
        } catch (GeneralException | IOException | BadJOSEException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String inWords(ErrorObject error) {
        return error.getDescription() == null ? error.getCode() : error.getDescription();
    }

    /** Where a browser signs its person out, to come back to {@code afterwards}. */
    public URI signOut(URI afterwards) {
        return new LogoutRequest(
                        metadata().getEndSessionEndpointURI(),
                        null,
                        null,
                        CLIENT,
                        afterwards,
                        null,
                        null)
                .toURI();
    }

    private OIDCTokens tokens(AuthorizationCode code, CodeVerifier verifier)
            throws ParseException, IOException {
        TokenRequest request =
                new TokenRequest.Builder(
                                metadata().getTokenEndpointURI(),
                                CLIENT,
                                new AuthorizationCodeGrant(code, callback, verifier))
                        .build();
        var answer = OIDCTokenResponseParser.parse(request.toHTTPRequest().send());
        if (!answer.indicatesSuccess()) {
            throw new IllegalStateException(answer.toErrorResponse().getErrorObject().toString());
        }
        return ((OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens();
    }

    private OIDCProviderMetadata metadata() {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(issuer));
        } catch (GeneralException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where people see and change what the portal knows about them, and come back from. */
    URI account() {
        return URI.create(issuer + "/account/?referrer=" + CLIENT.getValue());
    }
}
