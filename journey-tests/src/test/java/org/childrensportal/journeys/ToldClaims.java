package org.childrensportal.journeys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.childrensportal.local.RelyingParty.SignedIn;

/** What an application is told about one person, as it came over the wire, by the place of it. */
final class ToldClaims {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ToldClaims() {}

    /**
     * The claims of both tokens, and those that the application gets by asking with them.
     *
     * @param issuer the portal realm's address
     */
    static Map<String, JsonNode> of(URI issuer, SignedIn person) {
        return Map.of(
                "ID token", payload(person.tokens().getIDTokenString()),
                "access token", payload(person.tokens().getAccessToken().getValue()),
                "userinfo", userInfo(issuer, person));
    }

    private static JsonNode payload(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return read(new String(claims, StandardCharsets.UTF_8));
    }

    private static JsonNode userInfo(URI issuer, SignedIn person) {
        try {
            return read(
                    new UserInfoRequest(
                                    metadata(issuer).getUserInfoEndpointURI(),
                                    person.tokens().getAccessToken())
                            .toHTTPRequest()
                            .send()
                            .getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the portal says of itself. */
    static OIDCProviderMetadata metadata(URI issuer) {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(issuer));
        } catch (GeneralException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads JSON. */
    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
