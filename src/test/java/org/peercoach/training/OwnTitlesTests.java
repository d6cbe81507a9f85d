package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.course.Activity;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberRole;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.peercoach.training.schedule.CalendarFeeds;
import org.peercoach.training.schedule.NewMeeting;
import org.springframework.beans.factory.annotation.Autowired;

/** A district that calls a session by a name of its own finds that name wherever the session is named. */
@ApplicationTest
class OwnTitlesTests {

    private static final String OURS = "Off we go";
    private static final String BUILT_IN = "Getting Started";

    @Autowired
    TestMembers members;

    @Autowired
    OwnWords words;

    @Autowired
    CohortPlans plans;

    @Autowired
    LiveSessions live;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    TrainingActivities activities;

    private TestMembers.TestCourse course;
    private SignedIn tom;
    private CourseId here;

    @BeforeEach
    void signIn() {
        course = members.course();
        tom = course.trainer("Tom Trainer");
        here = tom.member().course();
        words.publish(
                tom.member().district(),
                "session-1",
                text -> text.replace("short-title: " + BUILT_IN, "short-title: " + OURS));
    }

    @Test
    void pickerWhenTheCohortLeavesASessionOutThenOffersTheOthersInOurWords() {
        plans.keep(here, new CohortPlan(false, Map.of(), Set.of(), Set.of(3, 5), List.of(2, 1, 4)));
        SignedIn ruth = members.signIn(new TestMembers.TestLaunch(course, "Ruth")
                .message("LtiDeepLinkingRequest")
                .deepLinking(new LtiLaunch.DeepLinking(
                        "https://lms.example/return",
                        Set.of("ltiResourceLink"),
                        Set.of("iframe"),
                        true,
                        true,
                        null,
                        null,
                        null))
                .roles("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor")
                .build());
        String picker = ruth.landing().path();
        assertThat(ruth.get(picker).body())
                .contains("Session 1: " + OURS, "value=\"session-1\"", "value=\"session-2\"")
                .doesNotContain(BUILT_IN, "value=\"session-3\"", "value=\"session-5\"");
        assertThat(ruth.post(picker, Map.of("item", "session-3")).statusCode()).isEqualTo(422);
        assertThat(ruth.post(picker, Map.of("item", "session-1")).body()).contains("Session 1: " + OURS);
    }

    @Test
    void activitiesWhenNamedForACourseThenInItsWordsAndNowhereElse() {
        assertThat(titles(here)).contains("Session 1: " + OURS).hasSize(8);
        plans.keep(here, new CohortPlan(false, Map.of(), Set.of(), Set.of(1), List.of()));
        assertThat(titles(here)).as("its points stay").contains("Session 1: " + OURS);
        assertThat(titles(members.coach().member().course())).contains("Session 1: " + BUILT_IN);
        words.bringBack(tom.member().district(), "session-1");
        assertThat(titles(here)).contains("Session 1: " + BUILT_IN);
    }

    private List<String> titles(CourseId where) {
        return activities.activities(MemberRole.COACH, where).stream()
                .map(Activity::title)
                .filter(title -> title.startsWith("Session "))
                .toList();
    }

    @Test
    void calendarWhenAMeetingIsInItThenCalledByOurTitle() {
        Instant now = Instant.now();
        long meeting = live.add(
                tom.member(),
                new NewMeeting(1, now.plusSeconds(600), now.plusSeconds(3000), ZoneOffset.UTC, null, null));
        SignedIn mary = course.coach("Mary Ellis");
        assertThat(mary.get(mary.at("/training/schedule/" + meeting + ".ics")).body())
                .contains(OURS)
                .doesNotContain(BUILT_IN);
        assertThat(mary.get("/public/calendar.ics?key=" + feeds.make(mary.member()))
                        .body())
                .contains(OURS)
                .doesNotContain(BUILT_IN);
    }

    @Test
    void gradebookWhenLookedAtThenCalledByOurTitle() {
        Coach mary = new Coach(course.coach("Mary Ellis"));
        mary.read("S1.2");
        for (String page : List.of(
                page(tom, "/gradebook"),
                page(mary.who(), "/gradebook"),
                page(mary.who(), "/gradebook/history?activity=session-1"))) {
            assertThat(page).contains("Session 1: " + OURS).doesNotContain(BUILT_IN);
        }
    }

    @Test
    void coursesWhenADistrictLooksAtThemThenWhatIsPlacedIsCalledByOurTitle() {
        members.signIn(new TestMembers.TestLaunch(course, "Kim")
                .custom(Map.of("pc_purpose", "training", "pc_activity", "session-1"))
                .roles("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor")
                .build());
        SignedIn ada = course.administrator("Ada Park");
        assertThat(ada.get("/d/" + ada.member().district() + "/courses").body())
                .contains("Session 1: " + OURS)
                .doesNotContain(BUILT_IN);
    }

    private static String page(SignedIn who, String path) {
        return who.get(who.at(path)).body();
    }
}
