package org.peercoach.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.course.go.GoLinks;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMailbox;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;
import org.peercoach.training.due.DueSession;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages about mails, pages behind their links, and a mail itself: axe, pictures, the narrowest window. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class MailLooksTests extends PagesInBrowser {

    @Autowired
    MailLinks links;

    @Autowired
    GoLinks go;

    @Autowired
    Letters letters;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(ints = {1280, 375, 320})
    void pagesWhenLookedAtThenAccessibleAndNotTooWide(int width) throws Exception {
        TestCourse course = members.course();
        SignedIn mary = course.coach("Mary Ellis");
        SignedIn ruth = course.trainer("Ruth Adeyemi");
        jdbc.sql("update course_person set email = 'mary.ellis@lincoln.example' where id = ?")
                .param(mary.member().person())
                .update();
        mary.post(mary.at("/messages/address"), Map.of("address", TestMailbox.address()));
        try (Visit visit = visit(mary, width)) {
            Page page = visit.page();
            look(visit, mary.at("/messages"), "mail-coach");
            look(visit, mary.at("/why"), "mail-why");
            visit.context().clearCookies();
            look(visit, go.path(mary.member(), "/training"), "mail-go");
            look(visit, links.off(mary.member().person()), "mail-off");
            page.locator("form button").click();
            visit.isAccessible(page);
            visit.picture(page, "mail-stopped");
            visit.comeIn(settings.baseUrl(), ruth.landing().handOverTicket());
            look(visit, ruth.at("/messages"), "mail-trainer");
            mail(visit, mary);
        }
    }

    private void look(Visit visit, String path, String name) {
        open(visit, path);
        visit.look(name);
    }

    /** As a mail program shows it, which has the words only. */
    private void mail(Visit visit, SignedIn mary) throws java.io.IOException {
        LocalDate today = LocalDate.of(2026, 12, 1);
        Letter letter = letters.digest(List.of(new Letters.Part(
                mary.member(),
                List.of(
                        due(2, "First steps", today.minusDays(3), Stage.LATE, today),
                        due(3, "Looking at lessons", today.plusDays(7), Stage.WEEK, today)),
                List.of(new Letters.Said(1, "Ruth Adeyemi", "You are nearly there.\nDo you need an hour with me?")))));
        Files.writeString(Path.of("target", "screenshots", "mail-itself.txt"), LetterPaper.text(letter));
        Page program = visit.context().newPage();
        program.setContent(LetterPaper.html(letter));
        visit.isAccessible(program);
        assertThat((Boolean) program.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        visit.picture(program, "mail-itself");
    }

    private static Letters.Due due(int number, String title, LocalDate day, Stage stage, LocalDate today) {
        return new Letters.Due(new DueSession(number, title, "/training/sessions/" + number, day), stage, today);
    }
}
