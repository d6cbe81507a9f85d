package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;

/** Help sheets as pages: everybody reads them, and the training links to them. */
@ApplicationTest
class SheetPagesTests {

    @Autowired
    TestMembers members;

    private TestMembers.TestCourse course;

    @BeforeEach
    void open() {
        course = members.course();
    }

    @Test
    void listWhenOpenedThenAllSheetsInTheirOrder() {
        SignedIn mary = course.coach("Mary Ellis");
        String page = mary.get(mary.at(HelpSheet.LIST)).body();
        int before = 0;
        for (HelpSheet sheet : TestContent.CATALOG.sheets()) {
            int at = page.indexOf("href=\"" + mary.at(sheet.path()) + "\"");
            assertThat(at).as(sheet.key()).isGreaterThan(before);
            before = at;
        }
        assertThat(TestContent.CATALOG.sheets()).hasSize(16);
    }

    @Test
    void sheetWhenOpenedThenItsTextAndTheSessionsThatUseIt() {
        SignedIn mary = course.coach("Mary Ellis");
        assertThat(mary.get(mary.at("/training/sheets/leader-talk-guide")).body())
                .contains("<h1 tabindex=\"-1\">Leader talk guide</h1>", "<th>The first talk</th>", "Session 8")
                .contains("href=\"" + mary.at(Coach.SESSION) + "\"");
    }

    @Test
    void sheetWhenThereIsNoneThenNotFound() {
        SignedIn mary = course.coach("Mary Ellis");
        assertThat(mary.get(mary.at("/training/sheets/nothing")).statusCode()).isEqualTo(404);
        assertThat(mary.get(mary.at("/training/sheets/..%2Fsessions")).statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void sheetWhenParticipantOrObserverThenOpenFromTheMenuAndWithoutLinksToTheTraining() {
        for (SignedIn who : List.of(course.participant("Dana Reed"), course.observer("Olga Stone"))) {
            assertThat(who.get(who.at("")).body()).contains("href=\"" + who.at(HelpSheet.LIST) + "\"");
            assertThat(who.get(who.at("/training/sheets/debrief-guide")).body())
                    .contains("Debrief guide", "Session 7")
                    .doesNotContain("href=\"" + who.at("/training") + "\"", "href=\"" + who.at(Coach.SESSION));
        }
    }

    @Test
    void trainingWhenOpenedThenPathSessionAndWorksheetLeadToTheSheets() {
        Coach mary = new Coach(course.coach("Mary Ellis"));
        SignedIn who = mary.who();
        assertThat(who.get(who.at("/training")).body()).contains("href=\"" + who.at(HelpSheet.LIST) + "\"");
        assertThat(mary.sessionPage())
                .contains("href=\"" + who.at("/training/sheets/leader-talk-guide") + "\"")
                .contains("href=\"" + who.at(HelpSheet.LIST) + "\"");
        assertThat(mary.page("S1.11")).contains("href=\"" + who.at("/training/sheets/partnership-agreement") + "\"");
    }

    @Test
    void rulesWhenSheetIsMissingOrEmptyThenFault() {
        List<HelpSheet> sheets = new ArrayList<>(TestContent.CATALOG.sheets());
        List<SessionContent> sessions = TestContent.CATALOG.sessions();
        assertThat(SheetRules.faults(sheets, sessions)).isEmpty();
        sheets.removeIf(sheet -> sheet.key().equals("leader-talk-guide"));
        assertThat(SheetRules.faults(sheets, sessions))
                .isNotEmpty()
                .allMatch(fault -> fault.contains("leader-talk-guide"));
        sheets.add(new HelpSheet("leader-talk-guide", "Guide", " ", List.of(1), "<p>Text</p>"));
        assertThat(SheetRules.faults(sheets, sessions)).hasSize(1);
        sheets.set(sheets.size() - 1, sheets.getFirst());
        assertThat(SheetRules.faults(sheets, sessions)).contains("two sheets have one key");
    }
}
