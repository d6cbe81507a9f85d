package org.peercoach.course.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.peercoach.course.Member;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.session.Utc;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.journey.PagesInBrowser;
import org.peercoach.journey.Visit;
import org.peercoach.lti.Membership;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of people in a browser. */
@ApplicationTest
@Tag("browser")
@Tag("looks")
class PeoplePageTests extends PagesInBrowser {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ListedPeople people;

    @Test
    void peopleWhenTickedAndMarkedThenUndoneWithinReach() {
        TestCourse course = members.course();
        course.participant("Dana Whitfield");
        course.coach("Mary Ellis");
        SignedIn tom = course.trainer("Ruth Adeyemi");
        fill(tom.member(), course);
        for (int width : List.of(1280, 375)) {
            try (Visit visit = visit(tom, width)) {
                Page page = visit.page();
                open(visit, tom.at("/people"));
                page.getByLabel("Tick Dana Whitfield").check();
                page.getByLabel("Tick Andrés O’Neill").check();
                visit.picture(page, "course-people");
                visit.isAccessible(page);
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Coaches"))
                        .click();
                assertThat(page.locator(".pc-ok[role=status]").textContent()).contains("people are coaches now", "2");
                visit.picture(page, "course-people-marked");
                visit.isAccessible(page);
                page.setViewportSize(320, 800);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(320);
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo"))
                        .click();
                assertThat(page.locator("main").textContent()).contains("Taken back");
            }
        }
    }

    private void fill(Member tom, TestCourse course) {
        ReadingPlace place = new ReadingPlace(
                tom.course(), course.target(), tom.district(), null, Purpose.TRAINING, "x", null, 1, Instant.now());
        List<Membership> listed = IntStream.range(0, 60)
                .mapToObj(i -> listed("s" + i, "Student Number " + i, "Learner"))
                .toList();
        people.take(place, listed, new Reading());
        people.take(
                place,
                List.of(
                        listed("Ruth Adeyemi", "Ruth Adeyemi", "Learner"),
                        listed("to", "Andrés O’Neill", "Mentor"),
                        listed("an", null, "Learner"),
                        listed("Mary Ellis", "Mary Ellis", "Learner")),
                new Reading());
        jdbc.sql("update course_course set memberships_url = 'https://lms.example/list' where id = ?")
                .param(tom.course().value())
                .update();
        jdbc.sql("insert into course_roster (course_id, queue, complete_at, ended_at, outcome, people)"
                        + " values (?, 'q', ?, ?, 'DONE', 64)")
                .params(tom.course().value(), Utc.of(Instant.now()), Utc.of(Instant.now()))
                .update();
    }

    private static Membership listed(String id, @org.jspecify.annotations.Nullable String name, String role) {
        return new Membership(id, Membership.Status.ACTIVE, List.of(role), name, null, null, Map.of());
    }
}
