package org.peercoach.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.peercoach.demo.platform.DemoPlatform;
import org.peercoach.demo.platform.DemoStore;
import org.peercoach.demo.platform.Switches;

/**
 * The demo LMS on this machine's loopback address: a plain JDK server on virtual threads, so that it starts at once and
 * stays when the tool is killed. Its name is 127.0.0.1 on purpose: beside a tool on localhost it is another site.
 */
public final class DemoServer implements AutoCloseable {

    static {
        // Without it each answer over a kept connection waits for the client's acknowledgement (40 ms).
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DemoPlatform platform;
    private final Routes routes = new Routes();
    private final Services services;

    private DemoServer(HttpServer server, DemoPlatform platform, @Nullable MailCatcher catcher) {
        this.server = server;
        this.platform = platform;
        this.services = new Services(platform);
        new Site(platform, catcher).addTo(routes);
        new LaunchSite(platform).addTo(routes);
        new MachineDoor(platform).addTo(routes);
        services.addTo(routes);
    }

    /**
     * Starts it.
     *
     * @param port 0 for any free one
     * @param toolBaseUrl where the tool is (or will be), without a slash at the end
     * @throws UncheckedIOException when the port is taken
     */
    public static DemoServer start(int port, String toolBaseUrl, DemoStore store) {
        return start(port, toolBaseUrl, store, null);
    }

    /** The same, with a page for the mails that this one catches. */
    public static DemoServer start(int port, String toolBaseUrl, DemoStore store, @Nullable MailCatcher catcher) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
            String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
            DemoPlatform platform = new DemoPlatform(DemoPlatform.Setup.of(issuer, toolBaseUrl, store));
            DemoServer demo = new DemoServer(server, platform, catcher);
            server.createContext("/", demo::serve);
            server.setExecutor(demo.threads);
            server.start();
            return demo;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo LMS cannot have port " + port, e);
        }
    }

    /** Scheme, host and port; also the issuer. */
    public String baseUrl() {
        return platform.endpoints().issuer();
    }

    /** The platform behind the pages, for tests to look into. */
    public DemoPlatform platform() {
        return platform;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try {
            Request request = Request.of(exchange);
            if (services.rules(request) && hindered(exchange)) {
                return;
            }
            answer(request).send(exchange);
        } catch (RuntimeException e) {
            System.getLogger("demo-lms").log(System.Logger.Level.ERROR, "the demo LMS failed", e);
            Response.of(500, "text/plain; charset=utf-8", "The demo LMS failed; see its log.")
                    .send(exchange);
        }
    }

    private Response answer(Request request) {
        if (services.serves(request)) {
            return services.answer(request);
        }
        if (foreign(request)) {
            return SmallPages.say(403, "Not from another site", "Only pages of this LMS may do that.");
        }
        Optional<Response> found = routes.answer(request);
        return found.map(one -> SecurityHeaders.on(one, platform)).orElseGet(SmallPages::missing);
    }

    /** Tools post to few addresses; everything else must come from our own pages. */
    private boolean foreign(Request request) {
        String origin = request.header("Origin");
        boolean open = request.path().matches("/(auth|token|register|deep-link/return)");
        return request.method().equals("POST") && !open && origin != null && !origin.equals(baseUrl());
    }

    /** Plays the switch for services; true when the request is dealt with. */
    private boolean hindered(HttpExchange exchange) throws IOException {
        Switches switches = platform.switches();
        switch (switches.services()) {
            case SLOW -> pause(switches.slowMillis());
            case FAILING ->
                Response.of(500, "text/html", "<h1>Internal Server Error</h1>").send(exchange);
            case THROTTLED -> throttled(switches).send(exchange);
            case SILENT -> exchange.close();
            case WORKING, OFF -> {
                return false;
            }
        }
        return switches.services() != Switches.Services.SLOW;
    }

    /** Canvas says 403 and some words; others say 429. */
    private static Response throttled(Switches switches) {
        return switches.canvas()
                ? Response.of(403, "text/plain; charset=utf-8", "403 Forbidden (Rate Limit Exceeded)\n")
                        .with("X-Rate-Limit-Remaining", "0.0")
                : Response.of(429, "text/plain; charset=utf-8", "Too many requests")
                        .with("Retry-After", "2");
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
