package org.peercoach.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.TestOperatorLinks;
import org.peercoach.gradebook.Gradebook;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A district from nothing to its second year: installed, approved, sessions placed, points in the gradebook, work
 * reviewed, course copied, and the copy works.
 */
@ApplicationTest
@Tag("browser")
class DistrictGetsGoingTests extends SchoolStory {

    private static final String COHORT = "Lincoln Cohort 3";
    private static final String SESSION = "Session 1: Getting Started";
    private static final String RUTH = "3";
    private static final String MARY = "4";

    @Autowired
    Roster roster;

    @Autowired
    Gradebook gradebook;

    @Override
    DemoSchool begun() {
        return DemoSchool.unknown(settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"moodle", "canvas"})
    void districtWhenItBeginsThenEverythingWorksUpToTheCopiedCourse(String manner) {
        school.platform().turn(Map.of("manner", manner));
        boolean canvas = manner.equals("canvas");
        administratorInstalls();
        if (canvas) {
            anotherPlaceIsApproved();
        }
        trainerPlacesTwoSessions(manner);
        coachWorks(LmsWindow.COURSE);
        if (canvas) {
            sessionIsFinished();
        }
        trainerReviews(manner, canvas ? "25 of 25" : "1 of 25");
        String copy = trainerCopies(manner);
        coachWorks(copy);
        pointsStandApart(canvas ? "25 of 25" : "1 of 25");
    }

    private void administratorInstalls() {
        try (Visit jonas = chromium.visit(1280)) {
            LmsWindow lms = school.seenBy(jonas);
            FrameLocator tool = lms.installer();
            tool.locator("#district").fill("Lincoln " + UUID.randomUUID());
            tool.locator("#install").click();
            assertThat(tool.locator("h1")).hasText("Peer Coaching is registered");
            lms.useWhatWasInstalled();
        }
    }

    /** Canvas deploys one key in many places; all but the one that the registration named wait for the operator. */
    private void anotherPlaceIsApproved() {
        try (Visit jonas = chromium.visit(1280)) {
            LmsWindow lms = school.seenBy(jonas);
            lms.addInAnotherPlace();
            jonas.picture(jonas.page(), "journey-another-place");
            ToolWindow tool = lms.openAs("Jonas");
            tool.shows("This place in your LMS waits for approval");
            jonas.picture(jonas.page(), "journey-waits");
        }
        try (Visit operator = chromium.visit(1280)) {
            Page page = operator.page();
            page.navigate(settings.url(TestOperatorLinks.path(settings)));
            page.locator("#enter").click();
            page.navigate(settings.url("/operator/deployments"));
            Locator waiting = page.locator(
                    "tr:has-text('" + school.platform().tools().inUse().clientId() + "')");
            operator.picture(page, "journey-approval");
            waiting.locator("button:has-text('Approve')").click();
            assertThat(page.locator(".pc-note.pc-ok")).containsText("Approved.");
        }
    }

    private void trainerPlacesTwoSessions(String manner) {
        try (Visit ruth = chromium.visit(1280)) {
            ToolWindow picker = school.seenBy(ruth).addAnActivity();
            picker.find("input[value=session-1]").check();
            picker.find("input[value=session-2]").check();
            picker.find("#add").click();
            picker.shows("Added to the course");
            picker.find("#course").click();
            assertThat(ruth.page().locator("main")).containsText(SESSION);
            assertThat(ruth.page().locator("main")).containsText("Session 2: First steps");
            ruth.picture(ruth.page(), "journey-placed-" + manner);
        }
    }

    /** The first activity of Session 1, fresh in this course; its point stands in the column of the placed link. */
    private void coachWorks(String course) {
        try (Visit mary = chromium.visit(375)) {
            LmsWindow lms = school.seenBy(mary);
            lms.signIn(MARY);
            ToolWindow session = lms.openInCourse(course, SESSION);
            assertThat(session.find("main")).containsText("0 of 25");
            session.open("S1.2");
            session.read();
            lms.saysPoints("1 of 25");
        }
    }

    /**
     * SpeedGrader shows what a score of finished work names. Four activities of Session 1 are not there yet, so the points
     * of the whole session are recorded here as the session would.
     */
    private void sessionIsFinished() {
        gradebook.record(mary(), "session-1", 25, true);
    }

    private Member mary() {
        return jdbc.sql("select m.course_id, m.id from course_member m join course_person p on p.id = m.person_id"
                        + " join lti_registration r on r.id = p.registration_id where r.issuer = ? and p.sub = ?")
                .params(school.url(), MARY)
                .query((row, index) -> roster.member(
                                new CourseId(row.getLong("course_id")), new MemberId(row.getLong("id")))
                        .orElseThrow())
                .single();
    }

    private void trainerReviews(String manner, String points) {
        try (Visit ruth = chromium.visit(1280)) {
            Locator grade = school.seenBy(ruth).grade(COHORT, "Mary Ellis", SESSION, points);
            ruth.picture(ruth.page(), "journey-gradebook-" + manner);
            grade.getByText("Review Mary").click();
            ToolWindow review = ToolWindow.inFrame(ruth.page());
            review.shows("Work of Mary Ellis");
            assertThat(review.find("main")).containsText("1 of 11 done");
            ruth.picture(ruth.page(), "journey-review-" + manner);
        }
    }

    /** The course's own copy in the LMS, and Ruth's answer to the one question; the copy's id. */
    private String trainerCopies(String manner) {
        try (Visit ruth = chromium.visit(1280)) {
            LmsWindow lms = school.seenBy(ruth);
            lms.signIn(RUTH);
            if (manner.equals("canvas")) {
                school.awaitNotices(ruth.page(), jdbc);
            }
            String copy = lms.copy(LmsWindow.COURSE);
            ToolWindow tool = lms.openInCourse(copy, "Peer Coaching");
            assertThat(tool.find("main")).containsText("Take the settings of the old course over?");
            tool.find("main a[href$='/copy']").first().click();
            assertThat(tool.find("fieldset")).containsText(COHORT);
            tool.find("#take").click();
            assertThat(tool.find("#answer")).containsText("This course has the settings of “" + COHORT + "”");
            ruth.picture(ruth.page(), "journey-copy-" + manner);
            return copy;
        }
    }

    private void pointsStandApart(String before) {
        try (Visit ruth = chromium.visit(1280)) {
            LmsWindow lms = school.seenBy(ruth);
            assertThat(lms.grade(COHORT, "Mary Ellis", SESSION).locator("strong"))
                    .hasText(before);
            assertThat(lms.grade(COHORT + " (copy)", "Mary Ellis", SESSION).locator("strong"))
                    .hasText("1 of 25");
            assertThat(lms.grade(COHORT, "Mary Ellis", "Session 1")).containsText("Nothing yet");
        }
    }
}
