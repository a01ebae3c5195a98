package org.childrensportal.journeys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.childrensportal.people.Browserless;
import org.childrensportal.people.Page;
import org.childrensportal.people.Registration;
import org.childrensportal.servers.AdminConsole;
import org.childrensportal.servers.PortalUnderPath;

/**
 * An application that may use every grant, and how it comes to a person's tokens by each: all that
 * it does while the person's address is confirmed, and then the request for the tokens.
 */
final class Grants {

    /** The last request, for tokens. */
    @FunctionalInterface
    interface Request {
        Page send();
    }

    /**
     * Whose tokens are asked for.
     *
     * @param id of the account
     * @param address which is the user name too
     */
    record Person(String id, String address) {}

    static final String CLIENT = "every-grant";
    static final String SECOND = "second-service";
    static final String THIRD = "third-service";
    static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String SECRET = "a-secret-of-the-tests";
    private static final String PASSWORD = Registration.PASSWORD;
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String TICKET = "urn:ietf:params:oauth:grant-type:uma-ticket";
    private static final String ISSUER = "https://partner.example";

    private final PortalUnderPath portal;
    private final RSAKey partnerKey;
    private final Map<String, Map<String, Function<Person, Request>>> deeds = new LinkedHashMap<>();

    Grants(PortalUnderPath portal) {
        this.portal = portal;
        this.partnerKey = newKey();
        deed("authorization_code", "with a code", this::code);
        deed("implicit", "in the browser's address", person -> browserFlow(person, "token"));
        deed("implicit", "hybrid", person -> browserFlow(person, "code token"));
        deed("refresh_token", "online", person -> refresh(person, "openid"));
        deed("refresh_token", "offline", person -> refresh(person, "openid offline_access"));
        deed("password", "direct", this::password);
        deed("urn:ietf:params:oauth:grant-type:device_code", "device", this::device);
        deed("urn:openid:params:grant-type:ciba", "CIBA", this::ciba);
        deed(EXCHANGE, "once", person -> exchange(token(person), CLIENT));
        deed(EXCHANGE, "for a refresh token", this::exchangeForRefresh);
        deed(EXCHANGE, "at the end of a chain of three", this::chain);
        deed("urn:ietf:params:oauth:grant-type:jwt-bearer", "JWT", this::jwt);
        deed(TICKET, "permissions", this::permissions);
    }

    private void deed(String grant, String name, Function<Person, Request> deed) {
        deeds.computeIfAbsent(grant, type -> new LinkedHashMap<>()).put(name, deed);
    }

    /** The ways by one grant type, by name; none if nobody has thought of that grant yet. */
    Map<String, Function<Person, Request>> of(String grantType) {
        return deeds.getOrDefault(grantType, Map.of());
    }

    /** The grant types for people's tokens that are thought of here. */
    List<String> types() {
        return List.copyOf(deeds.keySet());
    }

    /** Registers the application, its neighbours and the partner that vouches for people. */
    void install() {
        AdminConsole admin = portal.admin();
        for (String client : List.of(CLIENT, SECOND, THIRD)) {
            admin.clients().createClient(client(client));
        }
        admin.clients()
                .createIdentityProvider(
                        """
                        {"alias": "partner", "providerId": "jwt-authorization-grant", "enabled": true,
                         "config": {"issuer": "%s", "useJwksUrl": "false", "jwtAuthorizationGrantEnabled": "true",
                                    "publicKeySignatureVerifier": "%s"}}
                        """
                                .formatted(ISSUER, publicKey()));
    }

    private static String client(String id) {
        return """
        {"clientId": "%s", "secret": "%s", "publicClient": false, "standardFlowEnabled": true,
         "implicitFlowEnabled": true, "directAccessGrantsEnabled": true, "serviceAccountsEnabled": true,
         "authorizationServicesEnabled": true, "redirectUris": ["%s"], "fullScopeAllowed": true,
         "frontchannelLogout": false,
         "defaultClientScopes": ["basic", "roles", "email"], "optionalClientScopes": ["offline_access"],
         "attributes": {"oauth2.device.authorization.grant.enabled": "true", "oidc.ciba.grant.enabled": "true",
           "standard.token.exchange.enabled": "true",
           "standard.token.exchange.enableRefreshRequestedTokenType": "SAME_SESSION",
           "oauth2.jwt.authorization.grant.enabled": "true", "oauth2.jwt.authorization.grant.idp": "partner"},
         "authorizationSettings": {"policyEnforcementMode": "PERMISSIVE", "resources": [{"name": "Thing"}]},
         "protocolMappers": [%s]}
        """
                .formatted(
                        id,
                        SECRET,
                        PortalUnderPath.CALLBACK,
                        audience(CLIENT) + "," + audience(SECOND) + "," + audience(THIRD));
    }

    private static String audience(String client) {
        return """
        {"name": "for %1$s", "protocol": "openid-connect", "protocolMapper": "oidc-audience-mapper",
         "config": {"included.client.audience": "%1$s", "access.token.claim": "true"}}
        """
                .formatted(client);
    }

    /** A person whose address an administrator says is confirmed. */
    Person confirmed() {
        AdminConsole admin = portal.admin();
        String address = "person-" + UUID.randomUUID() + "@example.com";
        String id = admin.people().createUser(address, PASSWORD);
        admin.people().setEmailVerified(id, true);
        admin.people().link(id, "partner", id);
        return new Person(id, address);
    }

    /** A request to the token endpoint. */
    Page token(String grantType, String client, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("grant_type", grantType);
        form.put("client_id", client);
        form.put("client_secret", SECRET);
        return portal.admin().account().token(form);
    }

    private Request code(Person person) {
        Page back = signedIn(portal.browser(), person, "code");
        String code = back.address().toString().replaceFirst(".*[?&]code=([^&]+).*", "$1");
        return () ->
                token(
                        "authorization_code",
                        CLIENT,
                        Map.of("code", code, "redirect_uri", PortalUnderPath.CALLBACK));
    }

    /** The browser comes again, with the session that it has. */
    private Request browserFlow(Person person, String responseType) {
        Browserless browser = portal.browser();
        signedIn(browser, person, "code");
        return () -> browser.get(authorization(responseType));
    }

    private Page signedIn(Browserless browser, Person person, String responseType) {
        return browser.get(authorization(responseType))
                .submit(Map.of("username", person.address(), "password", PASSWORD));
    }

    private String authorization(String responseType) {
        return portal.authorization(
                CLIENT, "&nonce=n&response_type=" + Browserless.encode(responseType));
    }

    private Request password(Person person) {
        return () -> tokens(person, "openid");
    }

    private Page tokens(Person person, String scope) {
        return token(
                "password",
                CLIENT,
                Map.of("scope", scope, "username", person.address(), "password", PASSWORD));
    }

    private String token(Person person) {
        return AdminConsole.field(tokens(person, "openid").html(), "access_token");
    }

    private Request refresh(Person person, String scope) {
        String token = AdminConsole.field(tokens(person, scope).html(), "refresh_token");
        return () -> token("refresh_token", CLIENT, Map.of("refresh_token", token));
    }

    private Request device(Person person) {
        Page started =
                portal.browser()
                        .postForData(
                                portal.openId() + "/auth/device",
                                Map.of("client_id", CLIENT, "client_secret", SECRET));
        Page consent =
                portal.browser()
                        .get(AdminConsole.field(started.html(), "verification_uri_complete"))
                        .submit(Map.of("username", person.address(), "password", PASSWORD));
        consent.submit(Map.of("accept", "Yes"));
        String code = AdminConsole.field(started.html(), "device_code");
        return () ->
                token(
                        "urn:ietf:params:oauth:grant-type:device_code",
                        CLIENT,
                        Map.of("device_code", code));
    }

    private Request ciba(Person person) {
        Page started =
                portal.browser()
                        .post(
                                portal.openId() + "/ext/ciba/auth",
                                Map.of(
                                        "client_id",
                                        CLIENT,
                                        "client_secret",
                                        SECRET,
                                        "scope",
                                        "openid",
                                        "login_hint",
                                        person.address()));
        var calls = portal.partner().calls("/");
        approve(calls.get(calls.size() - 1).authorization());
        String request = AdminConsole.field(started.html(), "auth_req_id");
        return () ->
                token("urn:openid:params:grant-type:ciba", CLIENT, Map.of("auth_req_id", request));
    }

    /** What the person's own device does. */
    private void approve(String authorization) {
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            portal.openId()
                                                                    + "/ext/ciba/auth/callback"))
                                            .header("Authorization", authorization)
                                            .header("Content-Type", "application/json")
                                            .POST(
                                                    HttpRequest.BodyPublishers.ofString(
                                                            "{\"status\": \"SUCCEED\"}"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Request exchange(String subjectToken, String client) {
        return () ->
                token(
                        EXCHANGE,
                        client,
                        Map.of(
                                "subject_token", subjectToken,
                                "subject_token_type", ACCESS_TOKEN,
                                "requested_token_type", ACCESS_TOKEN));
    }

    private Request exchangeForRefresh(Person person) {
        String subject = token(person);
        return () ->
                token(
                        EXCHANGE,
                        SECOND,
                        Map.of(
                                "subject_token",
                                subject,
                                "subject_token_type",
                                ACCESS_TOKEN,
                                "requested_token_type",
                                "urn:ietf:params:oauth:token-type:refresh_token"));
    }

    private Request chain(Person person) {
        String token = token(person);
        for (String client : List.of(CLIENT, SECOND)) {
            token = AdminConsole.field(exchange(token, client).send().html(), "access_token");
        }
        return exchange(token, THIRD);
    }

    private Request jwt(Person person) {
        String assertion = assertion(person);
        return () ->
                token(
                        "urn:ietf:params:oauth:grant-type:jwt-bearer",
                        CLIENT,
                        Map.of("assertion", assertion));
    }

    private Request permissions(Person person) {
        String subject = token(person);
        return () -> token(TICKET, CLIENT, Map.of("audience", CLIENT, "subject_token", subject));
    }

    private String assertion(Person person) {
        Instant now = Instant.now();
        SignedJWT jwt =
                new SignedJWT(
                        new JWSHeader(JWSAlgorithm.RS256),
                        new JWTClaimsSet.Builder()
                                .issuer(ISSUER)
                                .subject(person.id())
                                .audience(portal.address() + "/realms/portal")
                                .jwtID(UUID.randomUUID().toString())
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plus(Duration.ofMinutes(2))))
                                .build());
        try {
            jwt.sign(new RSASSASigner(partnerKey));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private String publicKey() {
        try {
            return Base64.getEncoder().encodeToString(partnerKey.toRSAPublicKey().getEncoded());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
