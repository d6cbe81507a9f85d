package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.LEARNER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.PseudoArabic;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;

/** The main pages in a language that is written from right to left and needs more room. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class RightToLeftTests extends PagesInBrowser {

    /** Words of the frame and of buttons that did not come through the bundle; titles of the training may be there. */
    private static final String ENGLISH_WORDS = """
            [...document.querySelectorAll('button, header a, .pc-menu summary, footer a, .pc-kicker')]
                .map(one => one.textContent.trim())
                .filter(text => /[a-z]{2}/i.test(text) && !text.includes('\u202e'))
            """;

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void pagesWhenWrittenFromRightToLeftThenTurnedRoundAndAccessible(int width) {
        SignedIn mary = coach();
        try (Visit visit = visit(mary, width)) {
            pages().forEach((name, path) -> {
                open(visit, mary.at(path));
                assertThat(visit.page().locator("html").getAttribute("dir"))
                        .as(name)
                        .isEqualTo("rtl");
                assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo(PseudoArabic.TAG);
                assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                        .as(name + " at " + width + " px")
                        .isEqualTo(width);
                assertThat(visit.page().evaluate("getComputedStyle(document.body).direction"))
                        .isEqualTo("rtl");
                assertThat(visit.page().evaluate(ENGLISH_WORDS)).as(name).isEqualTo(List.of());
                visit.examine("rtl-" + name);
            });
        }
    }

    private SignedIn coach() {
        TestMembers.TestCourse course = members.course();
        return members.signIn(new TestMembers.TestLaunch(course, "Mary Ellis")
                .roles(LEARNER)
                .custom(Map.of("pc_purpose", "TRAINING", "pc_role", "coach"))
                .language(PseudoArabic.TAG)
                .build());
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "");
        pages.put("path", "/training");
        pages.put("session", Coach.SESSION);
        List.of("S1.2", "S1.3", "S1.5", "S1.6", "S1.8", "S1.9")
                .forEach(id -> pages.put(id, Coach.SESSION + "/activities/" + id));
        pages.put("sheets", HelpSheet.LIST);
        pages.put("sheet", HelpSheet.LIST + "/lesson-lens");
        return pages;
    }
}
