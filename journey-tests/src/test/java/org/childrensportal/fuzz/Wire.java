package org.childrensportal.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection that sends whatever it is told: HTTP clients refuse most of what is worth trying.
 */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 90_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    /** One to a server on this machine. */
    Wire(URI server) {
        this.port = server.getPort();
    }

    /** Sends a request and reads its answer; on a new connection if the old one was closed. */
    Answer send(Request request) {
        boolean kept = socket != null;
        Answer answer = sendOnce(request);
        return answer.status() == 0 && kept ? sendOnce(request) : answer;
    }

    private Answer sendOnce(Request request) {
        long begun = System.nanoTime();
        try {
            if (socket == null) {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE_MILLIS);
                in = new BufferedInputStream(socket.getInputStream());
            }
            write(request.bytes());
            Answer answer = read(request.method(), begun);
            if (answer.status() == 0
                    || answer.all("Connection").anyMatch(one -> one.equalsIgnoreCase("close"))) {
                close();
            }
            return answer;
        } catch (SocketException e) {
            // Closed by the server, as after a request that it did not read to its end.
            close();
            return Answer.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to a request that is too long may be there before all of it is sent. */
    private void write(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException e) {
            if (in.available() == 0) {
                throw e;
            }
        }
    }

    private Answer read(String method, long begun) throws IOException {
        String first = line();
        if (first.isEmpty()) {
            return Answer.NONE;
        }
        int status = Integer.parseInt(first.split(" ")[1]);
        List<Pair> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] header = line.split(":", 2);
            headers.add(new Pair(header[0], header[1].strip()));
        }
        Answer head = new Answer(status, headers, "", Duration.ZERO);
        boolean none = method.equals("HEAD") || status == 204 || status == 304;
        String body = none ? "" : new String(body(head), StandardCharsets.UTF_8);
        return new Answer(status, headers, body, Duration.ofNanos(System.nanoTime() - begun));
    }

    private byte[] body(Answer head) throws IOException {
        if (head.first("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int size = chunk(); size > 0; size = chunk()) {
                all.write(in.readNBytes(size));
                line();
            }
            line();
            return all.toByteArray();
        }
        String length = head.first("Content-Length").orElse("");
        return length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
                socket = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
