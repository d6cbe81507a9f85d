package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Margin;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.journey.Chromium;
import org.peercoach.journey.Visit;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;

/** Help sheets and the session on paper: one page a sheet, nothing to click, no list item cut in two. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class PrintTests {

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");

    private static Chromium chromium;

    @Autowired
    TestMembers members;

    @Autowired
    Settings settings;

    private SignedIn mary;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @BeforeEach
    void signIn() {
        mary = members.coach();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Letter", "A4"})
    void sheetsWhenPrintedThenOnePageEach(String paper) {
        try (Visit visit = chromium.visit(1280)) {
            visit.comeIn(settings.baseUrl(), mary.landing().handOverTicket());
            for (HelpSheet sheet : TestContent.CATALOG.sheets()) {
                visit.page().navigate(settings.url(mary.at(sheet.path())));
                assertThat(pages(visit.page(), paper, sheet.key()))
                        .as(sheet.key() + " on " + paper)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void sheetsWhenLookedAtThenAccessibleAndNoWiderThanTheWindow() {
        for (int width : List.of(1280, 375)) {
            try (Visit visit = chromium.visit(width)) {
                visit.comeIn(settings.baseUrl(), mary.landing().handOverTicket());
                visit.page().navigate(settings.url(mary.at(HelpSheet.LIST)));
                visit.examine("sheets");
                for (HelpSheet sheet : TestContent.CATALOG.sheets()) {
                    visit.page().navigate(settings.url(mary.at(sheet.path())));
                    visit.examine("sheet-" + sheet.key());
                }
            }
        }
    }

    @Test
    void pagesWhenPrintedThenNothingToClickAndItemsWhole() {
        try (Visit visit = chromium.visit(1280)) {
            visit.comeIn(settings.baseUrl(), mary.landing().handOverTicket());
            for (String path :
                    List.of(Coach.SESSION, HelpSheet.LIST + "/six-moves", Coach.SESSION + "/activities/S1.7")) {
                visit.page().navigate(settings.url(mary.at(path)));
                pages(visit.page(), "Letter", "page" + path.replaceAll("\\W+", "-"));
                visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                visit.page().setViewportSize(680, 900); // a letter page without its margins
                visit.picture(visit.page(), "print" + path.replaceAll("\\W+", "-"));
                for (String unwanted : List.of("button", ".btn", ".pc-bar", ".pc-foot", ".pc-menu", ".pc-pager")) {
                    assertThat(visit.page().locator(unwanted + ":visible").count())
                            .as(unwanted + " of " + path)
                            .isZero();
                }
                assertThat(visit.page()
                                .evaluate("[...document.querySelectorAll('main li, main tr')]"
                                        + ".every(one => getComputedStyle(one).breakInside === 'avoid')"))
                        .isEqualTo(true);
                visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
                visit.page().setViewportSize(1280, 900);
            }
        }
    }

    /** Prints into target/screenshots and counts. */
    private static int pages(Page page, String paper, String name) {
        byte[] pdf = page.pdf(new Page.PdfOptions()
                .setFormat(paper)
                .setMargin(new Margin()
                        .setTop("18mm")
                        .setBottom("18mm")
                        .setLeft("18mm")
                        .setRight("18mm"))
                .setPath(Path.of("target/screenshots", "print-" + name + "-" + paper + ".pdf")));
        return (int) PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
