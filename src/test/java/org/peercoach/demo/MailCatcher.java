package org.peercoach.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A mail server for trying things out: it takes every mail, delivers none, and shows the latest on a page of the demo
 * LMS. There is no mailbox for anybody called {@code gone}, so that a refusal can be seen, too.
 */
public final class MailCatcher implements AutoCloseable {

    static final String NOBODY = "gone@";
    private static final int MOST = 100;
    private static final int LONGEST = 1_000_000;
    private static final int IDLE_MILLIS = 60_000;

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Caught> caught = new ArrayDeque<>();
    private int number;

    private MailCatcher(ServerSocket server) {
        this.server = server;
    }

    /** @param raw as it came, headers first */
    record Caught(int number, Instant at, List<String> to, String raw) {}

    /** Starts it on this machine's loopback address: at this port if it is free, else at any. */
    public static MailCatcher start(int wanted) {
        MailCatcher catcher = new MailCatcher(open(wanted));
        catcher.threads.execute(catcher::listen);
        return catcher;
    }

    private static ServerSocket open(int wanted) {
        try {
            return new ServerSocket(wanted, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException taken) {
            if (wanted != 0) {
                return open(0);
            }
            throw new UncheckedIOException(taken);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The latest first. */
    synchronized List<Caught> latest() {
        return new ArrayList<>(caught);
    }

    private synchronized void keep(List<String> to, String raw) {
        caught.addFirst(new Caught(++number, Instant.now(), List.copyOf(to), raw));
        if (caught.size() > MOST) {
            caught.removeLast();
        }
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            client.setSoTimeout(IDLE_MILLIS);
            new Conversation(client).run();
        } catch (IOException gone) {
            // the other side has left; there is nothing to mend
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }

    /** What SMTP needs to take a mail (RFC 5321), and no more. */
    private final class Conversation {

        private final BufferedReader in;
        private final OutputStream out;
        private final List<String> to = new ArrayList<>();

        Conversation(Socket client) throws IOException {
            in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            out = client.getOutputStream();
        }

        void run() throws IOException {
            say("220 demo mail catcher");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.toUpperCase(Locale.ROOT).split("[ :]", 2)[0];
                switch (verb) {
                    case "HELO", "EHLO", "NOOP" -> say("250 fine");
                    case "MAIL", "RSET" -> {
                        to.clear();
                        say("250 fine");
                    }
                    case "RCPT" -> recipient(line.replaceFirst("(?i)^RCPT TO:\\s*<?([^>\\s]*)>?.*$", "$1"));
                    case "DATA" -> data();
                    case "QUIT" -> {
                        say("221 good-bye");
                        return;
                    }
                    default -> say("502 not known here");
                }
            }
        }

        private void recipient(String address) throws IOException {
            if (address.toLowerCase(Locale.ROOT).startsWith(NOBODY)) {
                say("550 5.1.1 no such mailbox");
            } else {
                to.add(address);
                say("250 fine");
            }
        }

        private void data() throws IOException {
            if (to.isEmpty()) {
                say("503 to whom?");
                return;
            }
            say("354 go on, a dot alone ends it");
            StringBuilder raw = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                if (raw.length() < LONGEST) {
                    raw.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
                }
            }
            keep(to, raw.toString());
            to.clear();
            say("250 taken");
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
