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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.childrensportal.local.RelyingParty.SignedIn;

/**
 * A stand-in for the portal's website on loopback: its first page sends a visitor to sign in, and
 * when they are back shows what it was told about them.
 */
public final class RelyingApplication implements AutoCloseable {

    private final HttpServer server;
    private final URI address;
    private final RelyingParty party;

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
            answer(exchange, 404, "Not found", Map.of());
            exchange.close();
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

    private void callback(HttpExchange exchange) throws IOException {
        try {
            SignedIn signedIn = party.finish(address.resolve(exchange.getRequestURI()));
            answer(
                    exchange,
                    200,
                    "You are signed in",
                    new TreeMap<>(signedIn.claims().toJSONObject()));
        } catch (IllegalStateException e) {
            answer(exchange, 400, "You are not signed in", Map.of("reason", e.getMessage()));
        }
        exchange.close();
    }

    private static void answer(
            HttpExchange exchange, int status, String heading, Map<String, ?> facts)
            throws IOException {
        String rows =
                facts.entrySet().stream()
                        .map(
                                fact ->
                                        "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                                                .formatted(
                                                        escape(fact.getKey()),
                                                        escape(String.valueOf(fact.getValue()))))
                        .collect(Collectors.joining("\n"));
        byte[] page =
                """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="icon" href="data:,"></head>
                <body><main><h1>%1$s</h1><table>%2$s</table>
                <p><a href="/">Sign in</a></p></main></body></html>
                """
                        .formatted(heading, rows)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
