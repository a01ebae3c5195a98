package org.childrensportal.local;

import com.nimbusds.openid.connect.sdk.Prompt;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.childrensportal.local.RelyingParty.SignedIn;

/**
 * A stand-in for the portal's website on loopback: its first page sends a visitor to sign in, and
 * when they are back shows what it was told about them.
 */
public final class RelyingApplication implements AutoCloseable {

    private static final String SESSION = "stand-in";

    private final HttpServer server;
    private final URI address;
    private final RelyingParty party;
    private final byte[] style = PortalStyle.read();
    private final Map<String, SignedIn> people = new ConcurrentHashMap<>();

    private RelyingApplication(HttpServer server, URI issuer) {
        this.server = server;
        this.address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        this.party = new RelyingParty(issuer, address.resolve("callback"));
    }

    /** Starts the application on {@code port}; it relies on {@code issuer}. */
    public static RelyingApplication start(int port, URI issuer) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            RelyingApplication application = new RelyingApplication(server, issuer);
            server.createContext("/", application::first);
            server.createContext("/register", application::register);
            server.createContext("/callback", application::callback);
            server.createContext("/person", application::person);
            server.createContext("/portal.css", application::style);
            server.start();
            return application;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of its first page. */
    public URI address() {
        return address;
    }

    private void first(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/")) {
            redirect(exchange, party.authorizationRequest());
        } else {
            answer(
                    exchange,
                    404,
                    new StandInPage(
                            "Page not found",
                            "This application has no such page.",
                            Map.of(),
                            Map.of("Sign in", address)));
        }
    }

    private void register(HttpExchange exchange) throws IOException {
        redirect(exchange, party.authorizationRequest(Prompt.Type.CREATE));
    }

    private static void redirect(HttpExchange exchange, URI target) throws IOException {
        exchange.getResponseHeaders().set("Location", target.toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Whatever the answer is, the person sees a page; that of a signed-in one can be reloaded. */
    private void callback(HttpExchange exchange) throws IOException {
        try {
            SignedIn person = party.finish(address.resolve(exchange.getRequestURI()));
            String session = UUID.randomUUID().toString();
            people.put(session, person);
            exchange.getResponseHeaders()
                    .set(
                            "Set-Cookie",
                            SESSION + "=" + session + "; HttpOnly; SameSite=Lax; Path=/");
            redirect(exchange, address.resolve("person"));
        } catch (RelyingParty.Refused e) {
            answer(exchange, 200, notSignedIn(e.getMessage()));
        }
    }

    private StandInPage notSignedIn(String reason) {
        return new StandInPage(
                "You are not signed in",
                "Signing in was cancelled or did not work. Nothing is lost: you can try again.",
                Map.of("What the portal said", reason),
                inOrder("Sign in", address, "Register", address.resolve("register")));
    }

    private void person(HttpExchange exchange) throws IOException {
        Optional<SignedIn> person =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
                        .map(
                                cookies ->
                                        cookies.replaceAll(
                                                "(?:.*; )?" + SESSION + "=([^;]*).*", "$1"))
                        .map(people::get);
        if (person.isEmpty()) {
            redirect(exchange, address);
            return;
        }
        answer(
                exchange,
                200,
                new StandInPage(
                        "You are signed in",
                        "This application stands in for the council's own. By the portal it knows"
                                + " this about you:",
                        PersonInWords.of(person.get().claims()),
                        signedIn()));
    }

    private Map<String, URI> signedIn() {
        Map<String, URI> actions = new LinkedHashMap<>();
        actions.put("Your account", party.account());
        actions.putAll(inOrder("Sign out", party.signOut(address), "Sign in again", address));
        return actions;
    }

    private static Map<String, URI> inOrder(String one, URI first, String two, URI second) {
        Map<String, URI> actions = new LinkedHashMap<>();
        actions.put(one, first);
        actions.put(two, second);
        return actions;
    }

    private void style(HttpExchange exchange) throws IOException {
        send(exchange, 200, "text/css", style);
    }

    private static void answer(HttpExchange exchange, int status, StandInPage page)
            throws IOException {
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        send(
                exchange,
                status,
                "text/html; charset=utf-8",
                page.html().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
