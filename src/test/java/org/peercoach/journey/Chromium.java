package org.peercoach.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's Chromium with its default cookie settings, as a teacher would have it. To start it takes seconds, so there is
 * one for all tests of a run, which come one after the other; what a visit leaves behind goes with its window. A class
 * of tests has it as {@code @RegisterExtension static final Chromium chromium = new Chromium();}.
 */
public final class Chromium implements AfterAllCallback {

    private static @Nullable Browser running;

    /** The one that runs, or a new one when there is none or it broke. */
    private static synchronized Browser browser() {
        Browser browser = running != null && running.isConnected() ? running : launch();
        running = browser;
        return browser;
    }

    /** Ends together with this process: the driver ends itself and the browser when nobody writes to it any more. */
    private static Browser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // two busy cores are slow, and that is no fault
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                // pages that a test hands to the browser itself count as public ones, which may not
                                // call loopback; real pages of both sites come from loopback
                                "--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessForNavigations",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A person's own browser window, {@code width} pixels wide: nothing shared with other visits. */
    public Visit visit(int width) {
        return visit(width, "America/Chicago");
    }

    /** The same of somebody whose computer is set to this time zone. */
    public Visit visit(int width, String zone) {
        return new Visit(browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, width < 600 ? 800 : 900)
                        .setLocale("en-US")
                        .setTimezoneId(zone)));
    }

    /** Closes the windows that a class left open; the browser stays for the next one. */
    @Override
    public void afterAll(ExtensionContext tests) {
        Browser browser = running;
        if (browser != null) {
            List.copyOf(browser.contexts()).forEach(BrowserContext::close);
        }
    }
}
