package org.peercoach.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peercoach.fixture.TestRoles.ADMINISTRATOR;
import static org.peercoach.fixture.TestRoles.INSTRUCTOR;
import static org.peercoach.fixture.TestRoles.LEARNER;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.HttpLaunch;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.peercoach.fixture.TestLaunches;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.fixture.TestPlatform;
import org.peercoach.lti.Landing;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.shared.ProblemPage;
import org.peercoach.shared.Settings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From a checked launch to rows and a landing (rulings 2, 4 to 9; LTI-T19 to T25). */
@ApplicationTest
class LaunchTests {

    @Autowired
    TestMembers members;

    @Autowired
    Roster roster;

    @Autowired
    TestMembers.PlaceNewsHeard news;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Settings settings;

    @Autowired
    TransactionTemplate transactions;

    @Test
    @DisplayName("LTI-T33, T34: a launch lands on the course with a session of its own")
    void launchWhenFirstThenLandsOnTheCourseWithItsCookie() {
        SignedIn mary = members.coach();
        Landing landing = mary.landing();
        assertThat(landing.path()).isEqualTo(mary.at(""));
        assertThat(landing.courseTitle()).isEqualTo("Lincoln Cohort 3");
        assertThat(landing.cookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.getName())
                        .isEqualTo("__Host-pc-" + mary.member().course()));
    }

    @Test
    void launchWhenRepeatedThenOneQuestionAndNoWrite() {
        TestCourse course = members.course();
        course.coach("Mary Ellis");
        LtiLaunch again = course.launch("Mary Ellis", "coach", LEARNER);
        assertThat(Statements.during("course_", () -> inTransaction(again)))
                .filteredOn(
                        sql -> !sql.contains("from course_go")) // whether anybody is on the way: once in two seconds
                .singleElement()
                .asString()
                .startsWith("select");
    }

    @Test // ruling 4
    void launchWhenEightAtOnceAreTheFirstThenOneMemberAndNoError() throws Exception {
        TestPlatform platform = TestPlatform.registered(jdbc);
        List<Callable<HttpLaunch.Answer>> launches = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            launches.add(() -> HttpLaunch.of(settings, platform).open(TestLaunches.learner("mary")));
        }
        Set<String> outcomes = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<HttpLaunch.Answer> answer : threads.invokeAll(launches)) {
                outcomes.add(answer.get().status() + " " + answer.get().location());
            }
        }
        assertThat(outcomes).singleElement().asString().startsWith("303 /c/");
        CourseId id = new CourseId(Long.parseLong(outcomes.iterator().next().substring("303 /c/".length())));
        assertThat(roster.members(id)).singleElement().extracting(Member::name).isEqualTo("Mary Ellis");
        assertThat(jdbc.sql("select count(*) from course_person where registration_id = ?")
                        .param(platform.registrationId(jdbc))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test // ruling 9
    void launchWhenSubjectsDifferByCaseAccentOrSpaceThenFourPeople() {
        TestCourse course = members.course();
        Set<Long> people = new HashSet<>();
        for (String subject : List.of("abc", "ABC", "ábc", "abc ")) {
            people.add(course.coach(subject).member().person());
        }
        assertThat(people).hasSize(4);
    }

    @Test // LTI-T25, MOODLE-3.14
    void launchWhenTwoDistrictsShareEveryIdThenTheySeeNothingOfEachOther() {
        TestCourse first = members.course();
        TestCourse second =
                new TestCourse(members, members.target(), first.district() + " B", first.context(), "training");
        SignedIn here = first.coach("10");
        SignedIn there = second.coach("10");
        assertThat(here.member().course()).isNotEqualTo(there.member().course());
        assertThat(here.member().person()).isNotEqualTo(there.member().person());
        assertThat(here.member().district()).isNotEqualTo(there.member().district());
        assertThat(roster.members(here.member().course()))
                .extracting(Member::id)
                .containsExactly(here.member().id());
        assertThat(roster.member(here.member().course(), there.member().id())).isEmpty();
        assertThat(roster.platformUser(here.member().course(), there.member().id()))
                .isEmpty();
        assertThat(here.get(there.at("")).statusCode()).isEqualTo(401);
    }

    @Test
    void launchWhenOneRegistrationServesTwoDistrictsThenPeopleAndCoursesAreApart() {
        TestCourse first = members.course();
        TestCourse second =
                new TestCourse(members, first.target(), first.district() + " B", first.context(), "training");
        assertThat(first.coach("10").member().course())
                .isNotEqualTo(second.coach("10").member().course());
        assertThat(first.coach("10").member().person())
                .isNotEqualTo(second.coach("10").member().person());
    }

    @Test // LTI-T25
    void launchWhenNothingIsToldThenNeutralNamesAndItWorks() {
        TestCourse course = members.course();
        SignedIn mary = course.coach("sub-only");
        LtiLaunch bare = new TestLaunch(course, "nobody")
                .named(null)
                .context(new LtiLaunch.Context(course.context() + "-bare", null, null))
                .link(null)
                .build();
        Landing landing = members.open(bare);
        assertThat(landing.courseTitle()).isEqualTo("Your course");
        Member nobody = roster.members(
                        new CourseId(Long.parseLong(landing.path().substring("/c/".length()))))
                .getFirst();
        assertThat(nobody.name()).isEqualTo("Person " + nobody.person());
        assertThat(nobody.role()).isEqualTo(MemberRole.OBSERVER);
        assertThat(mary.get(mary.at("/why")).body()).contains("not told");
    }

    @Test // LTI-T25
    void launchWhenNameIsMissingLaterThenTheKnownOneStays() {
        TestCourse course = members.course();
        course.coach("Mary Ellis");
        members.open(new TestLaunch(course, "Mary Ellis")
                .named(" ")
                .roles(LEARNER)
                .context(new LtiLaunch.Context(course.context(), null, ""))
                .build());
        SignedIn again = course.coach("Mary Ellis");
        assertThat(again.member().name()).isEqualTo("Mary Ellis");
        assertThat(again.member().courseTitle()).isEqualTo("Lincoln Cohort 3");
    }

    @Test
    void launchWhenNameAndRoleChangeThenTheNextPageShowsThem() {
        TestCourse course = members.course();
        SignedIn before = course.coach("mary");
        members.open(new TestLaunch(course, "mary")
                .named("Mary Ellis-Reed")
                .roles(INSTRUCTOR)
                .build());
        assertThat(before.get(before.at("")).body()).contains("Mary Ellis-Reed · Trainer");
    }

    @Test // LTI-T24
    void launchWhenOutsideACourseThenPageSaysHowToOpenItFromOne() {
        LtiLaunch launch = new TestLaunch(members.course(), "Mary Ellis")
                .roles(LEARNER)
                .context(null)
                .build();
        assertThatThrownBy(() -> members.open(launch)).isInstanceOfSatisfying(ProblemPage.Thrown.class, thrown -> {
            assertThat(thrown.page().code()).isEqualTo("NO-COURSE");
            assertThat(thrown.page().frameOrigins()).containsExactly("https://lms.example");
        });
    }

    @Test // LTI-T24
    void launchWhenAdministratorOutsideACourseThenDistrictInFigures() {
        TestCourse course = members.course();
        course.coach("Mary Ellis");
        course.participant("Dana Reed");
        SignedIn ada = course.administrator("Ada Park");
        Landing landing = course.fromOutside("Ada Park");
        assertThat(landing.path()).isEqualTo("/d/" + ada.member().district());
        String page = ada.get(landing.path()).body();
        assertThat(page).contains(course.district(), "1 course", "Ada Park · Administrator");
        assertThat(page.replaceAll("\\s+", "")).contains("Coach</th><tdclass=\"pc-endpc-num\">1<");
        SignedIn mary = course.coach("Mary Ellis");
        assertThat(mary.get(landing.path()).statusCode()).isEqualTo(403);
    }

    @Test // MOODLE-3.13
    void launchWhenAdministratorComesBackWithoutTheRoleThenDistrictIsClosed() {
        TestCourse course = members.course();
        SignedIn ada = course.administrator("Ada Park");
        String district = "/d/" + ada.member().district();
        assertThat(ada.get(district).statusCode()).isEqualTo(200);
        course.signIn("Ada Park", null, LEARNER); // MOODLE-3.13: "switch role to student"
        assertThat(ada.get(district).statusCode()).isEqualTo(403);
    }

    @Test
    void launchWhenCanvasAccountPlacementThenTheDistrict() {
        TestCourse course = members.course();
        Landing landing = members.open(new TestLaunch(course, "Ada Park")
                .roles(ADMINISTRATOR)
                .path("/lti/launch?view=district")
                .build());
        assertThat(landing.path()).startsWith("/d/");
    }

    @Test // ruling 8
    void launchWhenCourseHasNoPurposeThenFirstTrainerIsAskedAndRolesFollow() {
        TestCourse course = members.course().withoutPurpose();
        SignedIn learner = course.signIn("Mary Ellis", null, LEARNER);
        assertThat(learner.member().role()).isEqualTo(MemberRole.PARTICIPANT);
        SignedIn tom = course.trainer("Tom Trainer");
        assertThat(tom.landing().path()).isEqualTo(tom.at("/purpose"));
        assertThat(tom.post(tom.at("/purpose"), Map.of()).body()).contains("Choose one of the two.");
        tom.post(tom.at("/purpose"), Map.of("purpose", "TRAINING"));
        assertThat(learner.get(learner.at("")).body()).contains("Mary Ellis · Coach");
        assertThat(course.trainer("Tom Trainer").landing().path()).isEqualTo(tom.at(""));
    }

    @Test // ruling 8
    void launchWhenALinkPresetsAPurposeThenOnlyAnUnsetOneChanges() {
        TestCourse course = members.course();
        SignedIn mary = course.signIn("Mary Ellis", null, LEARNER);
        TestCourse other =
                new TestCourse(members, course.target(), course.district(), course.context(), "collaboration");
        other.signIn("Dana Reed", null, LEARNER);
        assertThat(mary.get(mary.at("")).body()).contains("Mary Ellis · Coach");
    }

    @Test // LTI-A1
    void launchWhenGradebookIsOfferedThenKeptForScores() {
        TestCourse course = members.course();
        members.open(new TestLaunch(course, "Mary Ellis")
                .roles(LEARNER)
                .gradebook(Set.of("score", "lineitem"), "https://lms.example/items", "https://lms.example/items/7")
                .build());
        SignedIn mary = course.coach("Mary Ellis");
        GradingPlace place = roster.gradingPlace(mary.member().course(), "session-1");
        assertThat(place.target()).isEqualTo(course.target());
        assertThat(place.scopes()).containsExactlyInAnyOrder("score", "lineitem");
        assertThat(place.lineItemsUrl()).isEqualTo("https://lms.example/items");
        assertThat(place.placed()).isFalse();
    }

    @Test
    void launchWhenTheLinkStandsForAnActivityThenLandsThereIfThePersonMaySeeIt() {
        TestCourse course = members.course();
        course.coach("Mary Ellis");
        assertThat(members.open(linkToSession1(course, "Mary Ellis", "a", null)).path())
                .endsWith("/training/sessions/1");
        LtiLaunch watching = new TestLaunch(course, "Olga Stone")
                .custom(Map.of("pc_activity", "session-1"))
                .build();
        assertThat(members.open(watching).path()).matches("/c/[0-9]+");
        LtiLaunch unknown = new TestLaunch(course, "Mary Ellis")
                .roles(LEARNER)
                .link(new LtiLaunch.ResourceLink("x", null))
                .custom(Map.of("pc_activity", "session-99"))
                .build();
        assertThat(members.open(unknown).path()).matches("/c/[0-9]+");
    }

    @Test // ruling 37
    void launchWhenSeveralLinksStandForOneActivityThenTheLastOneWithAColumnGetsThePoints() {
        TestCourse course = members.course();
        CourseId id = course.coach("Mary Ellis").member().course();
        members.open(linkToSession1(course, "Mary Ellis", "a", "https://lms.example/items/1"));
        members.open(linkToSession1(course, "Mary Ellis", "b", "https://lms.example/items/2"));
        members.open(linkToSession1(course, "Mary Ellis", "c", null));
        GradingPlace place = roster.gradingPlace(id, "session-1");
        assertThat(place.resourceLinkId()).isEqualTo("b");
        assertThat(place.lineItemUrl()).isEqualTo("https://lms.example/items/2");
        members.open(linkToSession1(course, "Mary Ellis", "b", "https://lms.example/items/3"));
        assertThat(roster.gradingPlace(id, "session-1").lineItemUrl()).isEqualTo("https://lms.example/items/3");
        assertThat(roster.gradingPlace(id, "session-2").placed()).isFalse();
    }

    @Test
    void launchWhenThePlaceOfPointsChangesThenAnnouncedOnceInTheTransaction() {
        TestCourse course = members.course();
        CourseId id = course.coach("Mary Ellis").member().course();
        LtiLaunch placed = linkToSession1(course, "Mary Ellis", "a", "https://lms.example/items/1");
        assertThat(news.during(() -> inTransaction(placed))).contains(new GradingPlaceChanged(id, "session-1"));
        LtiLaunch again = linkToSession1(course, "Mary Ellis", "a", "https://lms.example/items/1");
        assertThat(news.during(() -> inTransaction(again))).isEmpty();
    }

    @Test // LTI-T23
    void launchWhenTheMemberHasAPretendedLearnerRoleThenOnNoRoster() {
        TestCourse course = members.course();
        SignedIn mary = course.coach("Mary Ellis");
        SignedIn pretended = course.signIn(
                "Test Student", null, LEARNER, "http://purl.imsglobal.org/vocab/lti/system/person#TestUser");
        assertThat(pretended.get(pretended.at("")).statusCode()).isEqualTo(200);
        assertThat(roster.members(mary.member().course()))
                .extracting(Member::name)
                .containsExactly("Mary Ellis");
        assertThat(roster.platformUser(
                        mary.member().course(), pretended.member().id()))
                .isEmpty();
        assertThat(roster.platformUser(mary.member().course(), mary.member().id()))
                .contains("Mary Ellis");
    }

    @Test // ruling 33, MOODLE-3.11
    void launchWhenZoneIsToldThenUsedUnlessItIsNoZone() {
        TestCourse course = members.course();
        assertThat(zoneOf(course, "99")).isEqualTo("Z");
        assertThat(zoneOf(course, "America/Chicago")).isEqualTo("America/Chicago");
        assertThat(zoneOf(course, "Not/AZone")).isEqualTo("Z");
    }

    @Test
    void launchWhenRolledBackThenNothingIsRemembered() {
        TestCourse course = members.course();
        transactions.executeWithoutResult(status -> {
            members.open(course.launch("Mary Ellis", "coach", LEARNER));
            status.setRollbackOnly();
        });
        assertThat(course.coach("Mary Ellis").member().name()).isEqualTo("Mary Ellis");
    }

    private static LtiLaunch linkToSession1(TestCourse course, String subject, String link, @Nullable String column) {
        return new TestLaunch(course, subject)
                .roles(LEARNER)
                .link(new LtiLaunch.ResourceLink(link, "Session 1"))
                .custom(Map.of("pc_activity", "session-1"))
                .gradebook(Set.of("score"), "https://lms.example/items", column)
                .build();
    }

    private String zoneOf(TestCourse course, String told) {
        members.open(new TestLaunch(course, "zone " + told)
                .roles(LEARNER)
                .custom(Map.of("timezone", told))
                .build());
        return course.coach("zone " + told).member().zone().getId();
    }

    private Landing inTransaction(LtiLaunch launch) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> members.open(launch)));
    }
}
