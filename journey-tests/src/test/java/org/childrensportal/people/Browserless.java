package org.childrensportal.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A person's browser without JavaScript: follows redirects of the server, keeps cookies. */
public final class Browserless {

    private static final int REDIRECT_LIMIT = 10;

    /** Longer than the longest wait of a test ({@link Await}): it says when a server hangs. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private static final int PASSWORD_LENGTH = 14;

    /** Which cookie: two realms of a server have ones of the same name. */
    private record Cookie(String path, String name) {}

    /** Every password that anybody typed and that is long enough to be one. */
    public static final Set<String> PASSWORDS = ConcurrentHashMap.newKeySet();

    private static final AtomicInteger MACHINES = new AtomicInteger();

    /** Its own IP address, a private one: Keycloak asks others for HTTPS. */
    private final String ipAddress;

    private final Map<Cookie, String> cookies = new ConcurrentHashMap<>();

    /** Those that outlive the browser. */
    private final Set<Cookie> lasting = ConcurrentHashMap.newKeySet();

    private final List<HttpResponse<String>> answers = new CopyOnWriteArrayList<>();
    private final URI server;
    private String userAgent = "";

    /** Where a request really goes: a load balancer chooses one of several nodes. */
    private final UnaryOperator<URI> route;

    /** A browser of people who reach {@code server} directly. */
    public Browserless(URI server) {
        this(server, UnaryOperator.identity());
    }

    /** A browser of people who reach {@code server} by way of {@code route}. */
    public Browserless(URI server, UnaryOperator<URI> route) {
        this(server, route, ipAddress(MACHINES.getAndIncrement()));
    }

    private Browserless(URI server, UnaryOperator<URI> route, String ipAddress) {
        this.server = server;
        this.route = route;
        this.ipAddress = ipAddress;
    }

    /** Another browser, without cookies, on the same machine. */
    public Browserless another() {
        return new Browserless(server, route, ipAddress);
    }

    /**
     * The same browser, closed and opened again: only cookies with a life of their own are left.
     */
    public Browserless reopened() {
        Browserless reopened = another();
        lasting.forEach(name -> reopened.cookies.put(name, cookies.get(name)));
        reopened.lasting.addAll(lasting);
        return reopened;
    }

    /** Another browser, elsewhere, into which this one's cookies were planted. */
    public Browserless twin() {
        Browserless twin = new Browserless(server, route);
        twin.cookies.putAll(cookies);
        return twin;
    }

    /** From now on it says that it is such a browser. */
    public Browserless calledItself(String browser) {
        userAgent = browser;
        return this;
    }

    private static String ipAddress(int number) {
        return "10.18.%d.%d".formatted(number / 250 % 250, number % 250);
    }

    /** Opens an address. */
    public Page get(String address) {
        return follow(request(URI.create(address)).GET().build());
    }

    /** Sends a form, given by the names of its fields. */
    public Page post(String address, Map<String, String> form) {
        form.forEach(
                (name, value) -> {
                    if (name.startsWith("password") && value.length() >= PASSWORD_LENGTH) {
                        PASSWORDS.add(value);
                    }
                });
        return post(address, encoded(form));
    }

    /**
     * Sends a form and does not go where the answer leads.
     *
     * @return the address that it leads to
     */
    public URI postOnly(String address, Map<String, String> form) {
        HttpRequest request = form(address, encoded(form)).build();
        HttpResponse<String> response = send(routed(request));
        keep(response);
        return request.uri().resolve(response.headers().firstValue("Location").orElseThrow());
    }

    /** The same as an application does, which wants no page but data. */
    public Page postForData(String address, Map<String, String> form) {
        return follow(form(address, encoded(form)).setHeader("Accept", "application/json").build());
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder form(String address, String body) {
        return request(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
    }

    /** Posts a form that is encoded already, well or badly. */
    public Page post(String address, String body) {
        return follow(form(address, body).build());
    }

    /** Sends a PUT request without a body. */
    public Page put(String address) {
        return follow(
                request(URI.create(address)).PUT(HttpRequest.BodyPublishers.noBody()).build());
    }

    /** All that the server has answered so far, redirects too, oldest first. */
    public List<HttpResponse<String>> answers() {
        return List.copyOf(answers);
    }

    /** Forgets every cookie, as a browser does that accepts none. */
    public void forgetCookies() {
        cookies.clear();
        lasting.clear();
    }

    /** Encodes a text for a form or a query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("X-Forwarded-For", ipAddress)
                        .header("Accept", "text/html,*/*;q=0.8");
        if (!userAgent.isEmpty()) {
            request.header("User-Agent", userAgent);
        }
        String sent = cookiesFor(address.getPath());
        return sent.isEmpty() ? request : request.header("Cookie", sent);
    }

    /** The cookies that it sends to such a path of the server, as the header has them. */
    public String cookiesFor(String path) {
        return cookies.entrySet().stream()
                .filter(cookie -> path.startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The address of the machine that it is on. */
    public String ipAddress() {
        return ipAddress;
    }

    private Page follow(HttpRequest first) {
        HttpRequest request = first;
        for (int hop = 0; hop < REDIRECT_LIMIT; hop++) {
            HttpResponse<String> response = send(routed(request));
            answers.add(response);
            keep(response);
            if (response.statusCode() < 300 || response.statusCode() > 399) {
                return new Page(this, request.uri(), response.statusCode(), response.body());
            }
            URI next =
                    request.uri().resolve(response.headers().firstValue("Location").orElseThrow());
            if (next.getPort() != server.getPort()) {
                return new Page(this, next, response.statusCode(), "");
            }
            request =
                    response.statusCode() == 307
                            ? again(request, next)
                            : request(next).GET().build();
        }
        throw new AssertionError("more than " + REDIRECT_LIMIT + " redirects");
    }

    /** The same request to another address, as status 307 asks for. */
    private HttpRequest again(HttpRequest sent, URI next) {
        HttpRequest.Builder request =
                request(next)
                        .method(
                                sent.method(),
                                sent.bodyPublisher().orElseGet(HttpRequest.BodyPublishers::noBody));
        sent.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> request.header("Content-Type", type));
        return request.build();
    }

    private HttpRequest routed(HttpRequest request) {
        return HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(route.apply(request.uri()))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Takes an answer's cookies, one that another client received too. */
    public void keep(HttpResponse<?> response) {
        response.headers().allValues("Set-Cookie").forEach(this::keep);
    }

    /** Takes the cookie that a header {@code Set-Cookie} has. */
    public void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        Cookie cookie = new Cookie(header.replaceFirst("(?i).*;\\s*path=([^;]*).*", "$1"), pair[0]);
        if (header.contains("Max-Age=0")) {
            cookies.remove(cookie);
            lasting.remove(cookie);
        } else {
            cookies.put(cookie, pair[1]);
            if (header.contains("Max-Age=")) {
                lasting.add(cookie);
            }
        }
    }
}
