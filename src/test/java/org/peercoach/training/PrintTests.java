package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Margin;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;

/** Help sheets and the session on paper: one page a sheet, nothing to click, no list item cut in two. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class PrintTests extends PagesInBrowser {

    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");

    private SignedIn mary;

    @BeforeEach
    void signIn() {
        mary = members.coach();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Letter", "A4"})
    void sheetsWhenPrintedThenOnePageEach(String paper) {
        try (Visit visit = visit(mary, 1280)) {
            for (HelpSheet sheet : TestContent.CATALOG.sheets()) {
                open(visit, mary.at(sheet.path()));
                assertThat(pages(visit.page(), paper, sheet.key()))
                        .as(sheet.key() + " on " + paper)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void sheetsWhenLookedAtThenAccessibleAndNoWiderThanTheWindow() {
        for (int width : List.of(1280, 375)) {
            try (Visit visit = visit(mary, width)) {
                examine(visit, mary.at(HelpSheet.LIST), "sheets");
                for (HelpSheet sheet : TestContent.CATALOG.sheets()) {
                    examine(visit, mary.at(sheet.path()), "sheet-" + sheet.key());
                }
            }
        }
    }

    @Test
    void pagesWhenPrintedThenNothingToClickAndItemsWhole() {
        try (Visit visit = visit(mary, 1280)) {
            for (String path :
                    List.of(Coach.SESSION, HelpSheet.LIST + "/six-moves", Coach.SESSION + "/activities/S1.7")) {
                open(visit, mary.at(path));
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
