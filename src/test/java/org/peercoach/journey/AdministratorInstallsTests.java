package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.demo.DemoServer;
import org.peercoach.demo.platform.DemoStore;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator installs the tool from the LMS's own pages, and the first coach opens it. */
@ApplicationTest
@Tag("browser")
class AdministratorInstallsTests {

    private static Chromium chromium;

    @Autowired
    Settings settings;

    private DemoServer lms;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void open() {
        lms = DemoServer.start(0, settings.baseUrl(), DemoStore.inMemory());
    }

    @AfterEach
    void close() {
        lms.close();
    }

    @ParameterizedTest
    @CsvSource({"moodle, 1280, Activate", "canvas, 375, Developer Keys"})
    void administratorWhenInstallingThenFirstCoachGetsIn(String manner, int width, String next) {
        lms.platform().turn(Map.of("manner", manner));
        try (Visit admin = chromium.visit(width)) {
            Page page = admin.page();
            LmsWindow school = new LmsWindow(page, lms.baseUrl());
            FrameLocator tool = school.installer();
            tool.locator("#district").fill("Lincoln " + UUID.randomUUID());
            tool.locator("#install").click();
            assertThat(tool.locator("h1")).hasText("Peer Coaching is registered");
            assertThat(tool.locator("ol")).containsText(next);
            admin.picture(page, "installed-" + manner);
            school.useWhatWasInstalled();
            assertThat(school.openAs("Mary").find("main")).containsText("Session 1");
        }
    }

    /** On their own, since axe takes the LMS's landmarks and ours for those of one page. */
    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void pagesWhenLookedAtThenAccessibleAndNeverWiderThanTheWindow(int width) {
        try (Visit admin = chromium.visit(width)) {
            Page page = admin.page();
            page.navigate(lms.platform().registrations().installerUrl(settings.url("/lti/register"), null));
            look(admin, "install");
            page.locator("summary").click();
            page.locator("#contact").fill("no address");
            page.locator("#install").click();
            assertThat(page.locator(".pc-error")).hasCount(2);
            look(admin, "install-faults");
            page.locator("#contact").fill("");
            page.locator("#district").fill("Lincoln " + UUID.randomUUID());
            lms.platform().turn(Map.of("services", "failing"));
            page.locator("#install").click();
            assertThat(page.locator("#fault")).isVisible();
            look(admin, "install-refused");
            lms.platform().turn(Map.of("services", "working"));
            page.locator("#install").click();
            assertThat(page.locator("h1")).hasText("Peer Coaching is registered");
            look(admin, "installed");
        }
    }

    private static void look(Visit admin, String name) {
        admin.isAccessible(admin.page());
        admin.picture(admin.page(), name);
        Object sideways =
                admin.page().evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        org.assertj.core.api.Assertions.assertThat(sideways).isEqualTo(false);
    }
}
