package org.childrensportal.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

/** A connection to a server of this machine on which anything is said, as no browser would. */
public final class RawConnection implements AutoCloseable {

    private final Socket socket;

    private RawConnection(Socket socket) {
        this.socket = socket;
    }

    /** A connection without TLS. */
    public static RawConnection plain(int port) {
        try {
            return new RawConnection(new Socket("localhost", port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection by TLS, which says nothing of HTTP/2. */
    public static RawConnection tls(int port) {
        try {
            return new RawConnection(SSLSocketFactory.getDefault().createSocket("localhost", port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something, which may be less than a whole request. */
    public RawConnection say(String... lines) {
        try {
            String text = String.join("\r\n", lines);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says one letter more; answers whether anybody still listens. */
    public boolean goOn() {
        try {
            socket.getOutputStream().write('a');
            socket.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            // That nobody does is the answer.
            return false;
        }
    }

    /** The lines of the answer before its body. */
    public List<String> head() {
        try {
            BufferedReader answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return Stream.iterate(line(answer), line -> !line.isEmpty(), line -> line(answer))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(BufferedReader answer) {
        try {
            String line = answer.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
