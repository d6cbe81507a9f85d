package org.peercoach.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.peercoach.fixture.TestOutput;

/**
 * One person's browser window. Watches every page for what must never happen: a broken Content Security Policy, a
 * request to another host, a session cookie of the container, a script error.
 */
public final class Visit implements AutoCloseable {

    private static final Set<String> OUR_HOSTS = Set.of("localhost", "127.0.0.1");

    private static final HttpClient PLAIN = HttpClient.newHttpClient();

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    Visit(BrowserContext context) {
        this.context = context;
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Uncaught")) {
                faults.add("console: " + message.text());
            }
        });
        context.onWebError(error -> faults.add("script: " + error.error()));
        context.onRequest(this::watch);
        context.onResponse(this::watch);
        this.page = context.newPage();
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    /** From now on the frame's cookies are refused altogether: none is sent, none is kept (ruling 16). */
    public void refuseCookiesInFrames(String toolUrl) {
        context.route(url -> url.startsWith(toolUrl), Visit::withoutCookies);
    }

    /** As if the browser had thrown its sessions away, or eight hours had passed. */
    public void forgetSessions() {
        for (Cookie cookie : context.cookies()) {
            if (cookie.name.startsWith("__Host-pc-")) {
                context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(cookie.name));
            }
        }
    }

    /**
     * From now on no time passes in the pages: a busy machine must not look like somebody who answers late. Neither axe nor
     * what a page does after a while goes on until {@link #letTimePass()}.
     */
    public void stopTime() {
        context.clock().install();
        context.clock().pauseAt(System.currentTimeMillis() + 60_000);
    }

    /** So much time passes in the pages, at once. */
    public void pass(Duration time) {
        context.clock().runFor(time.toMillis());
    }

    /** Time passes again by itself. */
    public void letTimePass() {
        context.clock().resume();
    }

    /** axe finds nothing on the page and its frames, once all that belongs to them is there, such as their styles. */
    public void isAccessible(Page shown) {
        shown.frames().forEach(Frame::waitForLoadState);
        assertThat(Axe.violations(shown)).as("axe on " + shown.url()).isEmpty();
    }

    /** A picture in target/screenshots, for people to look at; where nobody looks none is taken. */
    public void picture(Page shown, String name) {
        if (System.getenv("CI") != null) {
            return;
        }
        shown.screenshot(new Page.ScreenshotOptions()
                .setPath(TestOutput.file("screenshots/" + name + "-" + shown.viewportSize().width + ".png"))
                .setFullPage(true));
    }

    /** Comes in as through the button of the LMS's frame, and confirms. */
    public void comeIn(String toolUrl, String ticket) {
        knock(toolUrl, ticket);
        page.locator("main form button").first().click();
    }

    /** Presses the button of the LMS's frame, and stands before the question whether to go on. */
    public void knock(String toolUrl, String ticket) {
        page.setContent("<!doctype html><html lang=en><title>LMS</title><form method=post action='" + toolUrl
                + "/hand-over'><input type=hidden name=ticket value='" + ticket + "'><button>Open</button></form>");
        page.locator("button").click();
    }

    /** Asks axe, takes a picture, and sees that the page is no wider than its window. */
    public void look(String name) {
        isAccessible(page);
        picture(page, name);
        assertThat(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
                .as(name)
                .isEqualTo(false);
    }

    /** Takes a picture, asks axe, and holds the page against the narrowest window (WCAG 2.2, 1.4.10). */
    public void examine(String name) {
        picture(page, name);
        isAccessible(page);
        ViewportSize usual = page.viewportSize();
        page.setViewportSize(320, 800);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name + " at 320 px")
                .isEqualTo(320);
        page.setViewportSize(usual.width, usual.height);
    }

    /** Nothing forbidden happened so far. */
    public void isClean() {
        assertThat(faults).isEmpty();
    }

    @Override
    public void close() {
        context.close();
        isClean();
    }

    private void watch(Request request) {
        if (request.url().startsWith("http")
                && !OUR_HOSTS.contains(
                        URI.create(request.url().split("[?#]")[0]).getHost())) {
            faults.add("third-party request: " + request.url());
        }
    }

    private void watch(Response response) {
        String cookies = response.headers().getOrDefault("set-cookie", "");
        if (cookies.toUpperCase(Locale.ROOT).contains("JSESSIONID")) {
            faults.add("session cookie of the container: " + response.url());
        }
    }

    /** The first request of a new tab has no frame yet, and Playwright says so by an exception. */
    private static boolean isOfAFrame(Request request) {
        try {
            return request.frame().parentFrame() != null;
        } catch (PlaywrightException e) {
            return false;
        }
    }

    private static void withoutCookies(Route route) {
        Request request = route.request();
        if (!isOfAFrame(request)) {
            route.resume();
            return;
        }
        try {
            HttpResponse<byte[]> answer = PLAIN.send(plain(request), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> kept = new LinkedHashMap<>();
            answer.headers().map().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("set-cookie") && !name.equalsIgnoreCase("transfer-encoding")) {
                    kept.put(name, String.join(", ", values));
                }
            });
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(answer.statusCode())
                    .setHeaders(kept)
                    .setBodyBytes(answer.body()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The frame's request as a browser without cookies would send it. */
    private static HttpRequest plain(Request request) {
        HttpRequest.Builder plain = HttpRequest.newBuilder(URI.create(request.url()))
                .method(
                        request.method(),
                        request.postDataBuffer() == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(request.postDataBuffer()));
        request.headers().forEach((name, value) -> {
            if (!Set.of("cookie", "host", "connection", "content-length").contains(name)) {
                plain.header(name, value);
            }
        });
        return plain.build();
    }
}
