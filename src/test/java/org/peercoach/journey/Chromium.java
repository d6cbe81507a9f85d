package org.peercoach.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium with its default cookie settings, as a teacher would have it. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // two busy cores are slow, and that is no fault
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
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
        return new Chromium(playwright, browser);
    }

    /** A person's own browser window, {@code width} pixels wide: nothing shared with other visits. */
    public Visit visit(int width) {
        return new Visit(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 800 : 900)
                .setLocale("en-US")
                .setTimezoneId("America/Chicago")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
