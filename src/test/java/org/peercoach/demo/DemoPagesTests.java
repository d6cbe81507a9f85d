package org.peercoach.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.demo.platform.DemoStore;
import org.peercoach.journey.Chromium;
import org.peercoach.journey.Visit;

/** The demo LMS's pages in a real browser, with a small tool on another site. */
@Tag("browser")
class DemoPagesTests {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static ToolSite tool;
    private static DemoServer lms;

    @BeforeAll
    static void start() throws IOException {
        tool = new ToolSite();
        lms = DemoServer.start(0, tool.baseUrl(), DemoStore.inMemory());
        tool.launchedBy(lms.baseUrl());
    }

    @AfterAll
    static void stop() {
        lms.close();
        tool.close();
    }

    @BeforeEach
    void reset() {
        lms.platform().reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pagesWhenLookedAtThenAccessibleAndNotTooWide(int width) {
        try (Visit visit = chromium.visit(width)) {
            Page page = visit.page();
            for (String path : List.of("/", "/gradebook", "/people", "/mails", "/set-up")) {
                page.navigate(lms.baseUrl() + path);
                visit.look("demo-lms" + path.replace('/', '-'));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void openWhenPressedThenTheToolFillsTheFrame(int width) {
        try (Visit visit = chromium.visit(width)) {
            Page page = visit.page();
            page.navigate(lms.baseUrl());
            page.getByText("Open as Mary").click();
            assertThat(toolIn(page).locator("#what")).hasText("id_token state");
            visit.isAccessible(page);
            assertThat(page.locator("#tool").boundingBox().height).isGreaterThan(500);
            visit.picture(page, "demo-lms-launch");
            page.getByText("Lincoln Cohort 3").click();
            assertThat(page.locator("h1")).hasText("Lincoln Cohort 3");
            visit.isAccessible(page);
            visit.picture(page, "demo-lms-course");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"parent", "forwarding"})
    void openWhenStorageIsOfferedThenTheProofComesBack(String storage) {
        lms.platform().turn(Map.of("storage", storage));
        try (Visit visit = chromium.visit(1280)) {
            Page page = visit.page();
            page.navigate(lms.baseUrl());
            page.getByText("Open as Mary").click();
            assertThat(toolIn(page).locator("#proof")).hasText("proof");
            visit.isAccessible(page);
        }
    }

    @Test
    void openInNewWindowWhenPressedThenTheToolIsThere() {
        try (Visit visit = chromium.visit(1280)) {
            Page page = visit.page();
            page.navigate(lms.baseUrl());
            page.getByText("Open as Ana").click();
            Page window = page.waitForPopup(
                    () -> page.getByText("Open in a new window").click());
            assertThat(window.locator("#what")).hasText("id_token state");
        }
    }

    @Test
    void eventsWhenALaunchHappensElsewhereThenTheListFollows() {
        try (Visit visit = chromium.visit(1280);
                Visit other = chromium.visit(1280)) {
            visit.page().navigate(lms.baseUrl());
            other.page().navigate(lms.baseUrl());
            other.page().getByText("Open as Dana").click();
            assertThat(visit.page().getByText("Dana Whitfield opened “Peer Coaching”"))
                    .isVisible();
            visit.picture(visit.page(), "demo-lms-events");
        }
    }

    @Test
    void installWhenTheToolClosesThenBackOnSetUp() {
        try (Visit visit = chromium.visit(1280)) {
            Page page = visit.page();
            page.navigate(lms.baseUrl() + "/set-up");
            page.getByText("Install by dynamic registration").click();
            toolIn(page).locator("#close").click();
            assertThat(page.getByText("The installer has closed.")).isVisible();
        }
    }

    @Test
    void setUpWhenHabitsAreChosenThenTheStartPageSaysSo() {
        try (Visit visit = chromium.visit(1280)) {
            Page page = visit.page();
            page.navigate(lms.baseUrl() + "/set-up");
            page.getByText("Like Canvas").click();
            page.getByText("Use these habits").click();
            assertThat(page.getByText("Saved.")).isVisible();
            page.navigate(lms.baseUrl());
            assertThat(page.getByText("Like Canvas")).isVisible();
        }
    }

    private static FrameLocator toolIn(Page page) {
        return page.frameLocator("iframe[name=tool]");
    }
}
