package org.childrensportal.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A relying application that does nothing but greet whoever comes back to it. */
final class Application implements AutoCloseable {

    static final String GREETING = "welcome back";

    private final HttpServer server;

    Application() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/callback",
                exchange -> {
                    boolean code = exchange.getRequestURI().getQuery().contains("code=");
                    byte[] body = (code ? GREETING : "no code").getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    URI callback() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/callback");
    }

    /** Keycloak's address for this application's request to sign somebody in. */
    String authorization(String realm) {
        return "/realms/"
                + realm
                + "/protocol/openid-connect/auth?client_id=portal-web&response_type=code"
                + "&scope=openid&redirect_uri="
                + callback()
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&code_challenge_method=S256";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
