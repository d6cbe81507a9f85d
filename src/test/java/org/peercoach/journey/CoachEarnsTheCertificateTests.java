package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.demo.platform.Column;
import org.peercoach.demo.platform.Link;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.training.WholeWork;
import org.peercoach.training.WholeWork.Task;

/** Mary works through all eight sessions, Ruth looks after her cohort, and at the end there is a certificate. */
@ApplicationTest
@Tag("browser")
class CoachEarnsTheCertificateTests extends SchoolStory {

    private static final String MARY = "4";
    private static final String RUTH = "3";
    private static final String COHORT = "Lincoln Cohort 3";

    /** Live, and Mary was there: it is done without any work of hers. */
    private static final String ATTENDED = "S2.5";

    private static final String SENT_BACK = "S1.8";

    /** One of each kind of work. */
    private static final Set<String> BY_HAND =
            Set.of("S1.2", "S1.3", "S1.5", "S1.6", "S1.8", "S1.9", "S2.4", "S3.4", "S3.6", "S4.3", "S4.8", "S6.3");

    @Test
    @DisplayName("C 1: all that is open in eight sessions, a worksheet sent back, attendance, the certificate")
    void coachWhenAllEightSessionsAreDoneThenPointsOfEachAndACertificateThatHolds() {
        try (Visit marysVisit = chromium.visit(1280);
                Visit ruthsVisit = chromium.visit(1280)) {
            CoachAtWork mary = new CoachAtWork(marysVisit.page(), cameIn(marysVisit, MARY, "11"));
            Page ruth = ruthsVisit.page();
            placeSessions(ruthsVisit);
            String course = cameIn(ruthsVisit, RUTH, "10");
            leaveTheBoardOut(ruth, course);
            noteThatMaryWasThere(ruth, course);

            WholeWork.sessions().stream().filter(number -> number < 8).forEach(number -> finish(mary, number));
            WholeWork.sessions().stream()
                    .filter(number -> number < 8)
                    .forEach(number -> shows(ruthsVisit, number, reachable(number)));
            ruthsVisit.picture(ruth, "certificate-gradebook");

            mark(ruth, course, "S1.11", "MEETS", "");
            mark(ruth, course, SENT_BACK, "NOT_YET", "Who takes your lunch duty?");
            shows(ruthsVisit, 1, reachable(1) - task(1, SENT_BACK).points());
            finish(mary, 8);
            shows(ruthsVisit, 8, reachable(8));
            mary.open("/training/certificate");
            assertThat(mary.page().locator("main")).containsText("7 of 8 sessions complete");

            mary.open(task(1, SENT_BACK).page());
            assertThat(mary.page().locator("main")).containsText("Who takes your lunch duty?");
            mary.finishByHand(task(1, SENT_BACK));
            certificateHolds(marysVisit, mary);
            shows(ruthsVisit, 1, reachable(1));
        }
    }

    /** From a link of the LMS into a tab of the tool; gives the address of the course there. */
    private String cameIn(Visit visit, String person, String link) {
        school.seenBy(visit).signIn(person);
        return cameIn(visit.page(), link);
    }

    private String cameIn(Page page, String link) {
        page.navigate(school.url() + "/launch/" + link + "?window=yes");
        assertThat(page.locator(".pc-foot")).isVisible();
        Matcher course = Pattern.compile("^https?://[^/]+/c/\\d+").matcher(page.url());
        org.assertj.core.api.Assertions.assertThat(course.find()).as(page.url()).isTrue();
        return course.group();
    }

    private void placeSessions(Visit ruth) {
        ToolWindow picker = school.seenBy(ruth).addAnActivity();
        for (int number = 2; number <= 8; number++) {
            picker.find("input[value=session-" + number + "]").check();
        }
        picker.find("#add").click();
        picker.shows("Added to the course");
    }

    private static void leaveTheBoardOut(Page ruth, String course) {
        ruth.navigate(course + "/training/cohort/settings");
        ruth.locator("button[name=waiting-off]").click();
        assertThat(ruth.locator(".pc-note.pc-ok").first()).isVisible();
        assertThat(ruth.locator("button[name=waiting-off]")).hasCount(0);
    }

    private static void noteThatMaryWasThere(Page ruth, String course) {
        ruth.navigate(course + "/training/cohort/schedule/new?session=2");
        ruth.locator("#date")
                .fill(java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                        .minusDays(2)
                        .toString());
        ruth.locator("#start").fill("15:30");
        ruth.locator("#end").fill("17:00");
        ruth.locator("main form .btn-primary").first().click();
        ruth.locator("main a[href$='/attendance']").click();
        ruth.locator("label:has-text('Mary Ellis') input").check();
        ruth.locator("main form .btn-primary").click();
        assertThat(ruth.locator(".pc-note.pc-ok").first()).isVisible();
    }

    private void finish(CoachAtWork mary, int number) {
        cameIn(mary.page(), link(number));
        for (Task task : WholeWork.of(number)) {
            if (BY_HAND.contains(task.id())) {
                mary.finishByHand(task);
            } else if (!task.id().equals(ATTENDED)) {
                mary.send(task);
            }
        }
        mary.open("/training/sessions/" + number);
        assertThat(mary.page().locator("main")).containsText("Session complete");
    }

    private static void mark(Page ruth, String course, String id, String verdict, String comment) {
        ruth.navigate(course + "/training/worksheets");
        ruth.locator("main a[href$='/" + id + "']").first().click();
        ruth.locator("#mark input[value=" + verdict + "]").check();
        ruth.locator("#mark #comment").fill(comment);
        ruth.locator("#mark .pc-actions button").click();
        assertThat(ruth.locator(".pc-note.pc-ok").first()).isVisible();
    }

    /** Within some seconds this is what the LMS's gradebook says of Mary. */
    private void shows(Visit ruth, int number, int points) {
        school.seenBy(ruth).grade(COHORT, "Mary Ellis", column(number).label(), points + " of 25");
    }

    private static void certificateHolds(Visit visit, CoachAtWork mary) {
        Page page = mary.page();
        mary.open("/training/certificate");
        assertThat(page.locator("h1")).hasText("Your certificate");
        assertThat(page.locator(".pc-certificate-name")).hasText("Mary Ellis");
        visit.picture(page, "certificate-earned");
        org.assertj.core.api.Assertions.assertThat(page.evaluate(
                        "async (file) => (await (await fetch(file)).text()).slice(0, 5)",
                        mary.course() + "/training/certificate/certificate.pdf"))
                .isEqualTo("%PDF-");
        String check = page.locator("a[href*='/public/certificate/']").innerText();
        try (Visit anybody = chromium.visit(375)) {
            anybody.page().navigate(check);
            assertThat(anybody.page().locator("main")).containsText("Mary Ellis");
            assertThat(anybody.page().locator("main")).containsText("Valid");
            anybody.picture(anybody.page(), "certificate-checked");
        }
    }

    private static Task task(int number, String id) {
        return WholeWork.of(number, id);
    }

    private static int reachable(int number) {
        return WholeWork.of(number).stream().mapToInt(Task::points).sum();
    }

    private String link(int number) {
        return school.platform().world().links().stream()
                .filter(link -> LmsWindow.COURSE.equals(link.courseId()))
                .filter(link -> link.title().startsWith("Session " + number))
                .map(Link::id)
                .findFirst()
                .orElseThrow();
    }

    private Column column(int number) {
        return school.platform()
                .world()
                .columnOf(school.platform().world().link(link(number)).orElseThrow())
                .orElseThrow();
    }
}
