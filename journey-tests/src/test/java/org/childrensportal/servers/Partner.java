package org.childrensportal.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that Keycloak calls: takes every request, answers 201, and remembers it. */
public final class Partner implements AutoCloseable {

    /**
     * What Keycloak sent.
     *
     * @param authorization the header, empty if there was none
     */
    public record Call(String path, String authorization, String body) {}

    private static final int CREATED = 201;

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Partner() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            calls.add(
                    new Call(
                            exchange.getRequestURI().getPath(),
                            authorization == null ? "" : authorization,
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(CREATED, -1);
        }
    }

    /** The server's address, without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The calls of one path so far, oldest first. */
    public List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
