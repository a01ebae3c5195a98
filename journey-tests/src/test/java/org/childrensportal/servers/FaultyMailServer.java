package org.childrensportal.servers;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that fails in the ways that mail servers do. */
public final class FaultyMailServer implements Closeable {

    /** What it does wrong. */
    public enum Fault {
        NONE,
        /** Takes the connection and says nothing. */
        SILENT,
        /** Takes the connection, and says nothing until it behaves otherwise. */
        HESITANT,
        /** Takes the mail and does not say so. */
        SILENT_AFTER_THE_MAIL,
        /** Says that it is busy, at once. */
        BUSY,
        /** Refuses the recipient for now (450). */
        RECIPIENT_LATER,
        /** Refuses the recipient for good (550). */
        RECIPIENT_NEVER,
        /** Refuses the mail for now, once it has all of it (451). */
        MAIL_LATER,
        /** Hangs up in the middle. */
        HANGS_UP
    }

    /**
     * How long a server waits for it that is to find out that it is {@link
     * Fault#SILENT_AFTER_THE_MAIL}: all that comes before is answered in less on a busy machine
     * too.
     */
    public static final Duration UNTIL_UNKNOWN = Duration.ofSeconds(4);

    /** On a line of its own: a mail's headers may hold numbers as long. */
    private static final Pattern CODE = Pattern.compile("(?m)^[0-9]{8}(?=\\s*$)");

    private final ServerSocket server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Queue<String> mails = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Fault fault;

    /** Starts one that behaves so. */
    public FaultyMailServer(Fault fault) {
        this.fault = fault;
        try {
            server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many connections it has had so far. */
    public int connections() {
        return connections.get();
    }

    /** How many connections are open: whoever waits longer than they like hangs up. */
    public long hanging() {
        return open.stream().filter(socket -> !socket.isClosed()).count();
    }

    /**
     * The mails to one address that it has, whether it said so or not. What an earlier test set off
     * may arrive here as well.
     */
    public List<String> mails(String address) {
        return mails.stream().filter(mail -> mail.contains("To: " + address + "\n")).toList();
    }

    /** The code in the newest mail to {@code address} that it has. */
    public String newestCode(String address) {
        List<String> sent = mails(address);
        Matcher code = CODE.matcher(sent.get(sent.size() - 1));
        if (!code.find()) {
            throw new AssertionError("no code in the mail");
        }
        return code.group();
    }

    /**
     * From now on it behaves so; connections that are open are cut, unless it was {@link
     * Fault#HESITANT}.
     */
    public synchronized void become(Fault next) {
        boolean wasHesitant = fault == Fault.HESITANT;
        fault = next;
        notifyAll();
        if (!wasHesitant) {
            open.forEach(FaultyMailServer::cut);
            open.clear();
        }
    }

    private synchronized void hesitate() {
        try {
            while (fault == Fault.HESITANT) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                inBackground(() -> serve(socket));
            } catch (IOException e) {
                // Closed by the test: the loop ends.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                socket.getInputStream(), StandardCharsets.US_ASCII))) {
            hesitate();
            if (fault == Fault.SILENT) {
                in.readLine();
                return;
            }
            say(socket, fault == Fault.BUSY ? "421 too busy" : "220 test");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!answer(socket, in, line.toUpperCase(Locale.ROOT))) {
                    cut(socket);
                    return;
                }
            }
        } catch (IOException e) {
            // The other side has hung up, or the test has cut the connection.
            cut(socket);
        }
    }

    private boolean answer(Socket socket, BufferedReader in, String line) throws IOException {
        if (line.startsWith("RCPT")) {
            if (fault == Fault.HANGS_UP) {
                return false;
            }
            say(
                    socket,
                    switch (fault) {
                        case RECIPIENT_LATER -> "450 4.2.1 not now";
                        case RECIPIENT_NEVER -> "550 5.1.1 no such user";
                        default -> "250 ok";
                    });
        } else if (line.equals("DATA")) {
            say(socket, "354 go on");
            StringBuilder mail = new StringBuilder();
            for (String text = in.readLine(); !".".equals(text); text = in.readLine()) {
                mail.append(text).append('\n');
            }
            if (fault == Fault.MAIL_LATER) {
                say(socket, "451 4.3.0 not now");
                return true;
            }
            mails.add(mail.toString());
            if (fault != Fault.SILENT_AFTER_THE_MAIL) {
                say(socket, "250 taken");
            }
        } else {
            say(socket, line.startsWith("QUIT") ? "221 bye" : "250 ok");
        }
        return true;
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        become(Fault.BUSY);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
