package org.peercoach.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.INSTRUCTOR;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.peercoach.fixture.TestMembers.TestLaunch;
import org.peercoach.lti.LtiLaunch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page of a course against every role. A room that adds a page adds its line to {@link #pages}. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolePageTests {

    private static final Set<MemberRole> EVERYBODY = EnumSet.allOf(MemberRole.class);

    private TestCourse course;
    private final Map<MemberRole, SignedIn> people = new EnumMap<>(MemberRole.class);

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    record Page(String path, Set<MemberRole> open) {}

    static Stream<Page> pages() {
        return Stream.of(
                new Page("", EVERYBODY),
                new Page("/why", EVERYBODY),
                new Page("/my-data", EVERYBODY),
                new Page("/my-data/download", EVERYBODY),
                new Page("/messages", EVERYBODY),
                new Page("/zone", EVERYBODY),
                new Page("/purpose", EnumSet.of(MemberRole.TRAINER)),
                new Page("/people", EnumSet.of(MemberRole.TRAINER)),
                new Page("/people/people.csv", EnumSet.of(MemberRole.TRAINER)),
                new Page("/training/worksheets", EnumSet.of(MemberRole.TRAINER)),
                new Page("/training/sheets", EVERYBODY),
                new Page("/training/sheets/six-moves", EVERYBODY),
                new Page("/training/certificate", EnumSet.of(MemberRole.COACH)),
                new Page("/training/certificates", EnumSet.of(MemberRole.TRAINER)),
                new Page("/training/cohort", EnumSet.of(MemberRole.TRAINER)),
                new Page("/training/cohort/cohort.csv", EnumSet.of(MemberRole.TRAINER)),
                new Page("/training/cohort/nudge", EnumSet.of(MemberRole.TRAINER)),
                new Page("/training/cohort/settings", EnumSet.of(MemberRole.TRAINER)),
                new Page("/training/cohort/schedule", EnumSet.of(MemberRole.TRAINER)),
                new Page("/training/cohort/schedule/new", EnumSet.of(MemberRole.TRAINER)),
                new Page("/training/calendar", EnumSet.of(MemberRole.TRAINER, MemberRole.COACH, MemberRole.LEADER)),
                new Page("/training/check-in", EnumSet.of(MemberRole.COACH)),
                new Page("/copy", EnumSet.of(MemberRole.TRAINER)),
                new Page("/surveys", EnumSet.complementOf(EnumSet.of(MemberRole.OBSERVER))),
                new Page("/surveys/coach-skills/pre/group", EnumSet.of(MemberRole.TRAINER, MemberRole.LEADER)));
    }

    @BeforeAll
    void signEverybodyIn() {
        course = members.course();
        people.put(MemberRole.TRAINER, course.trainer("Tom Trainer"));
        people.put(MemberRole.COACH, course.coach("Mary Ellis"));
        people.put(MemberRole.PARTICIPANT, course.participant("Dana Reed"));
        people.put(MemberRole.OBSERVER, course.observer("Olga Stone"));
        people.put(MemberRole.LEADER, leader(course));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageWhenAskedForByEachRoleThenOpenToThoseNamedOnly(Page page) {
        for (MemberRole role : MemberRole.values()) {
            SignedIn person = Objects.requireNonNull(people.get(role));
            assertThat(person.get(person.at(page.path())).statusCode())
                    .as(role + " " + page.path())
                    .isEqualTo(page.open().contains(role) ? 200 : 403);
            assertThat(person.withCookies("").get(person.at(page.path())).statusCode())
                    .as("nobody " + page.path())
                    .isEqualTo(401);
        }
    }

    /** The launch lets people in, not a role: the request of the LMS is one member's own. */
    @Test
    void pickPageWhenAskedForByEachRoleThenOpenToItsOwnerOnly() {
        SignedIn ruth = members.signIn(picking());
        String path = ruth.landing().path();
        assertThat(path).contains("/pick/");
        assertThat(ruth.get(path).statusCode()).isEqualTo(200);
        for (MemberRole role : MemberRole.values()) {
            SignedIn person = Objects.requireNonNull(people.get(role));
            for (String rest : List.of("", "/cancel")) {
                assertThat(person.get(path + rest).statusCode()).as(role + rest).isIn(404, 405);
                assertThat(person.post(path + rest, Map.of("item", "session-1")).statusCode())
                        .as(role + rest)
                        .isEqualTo(404);
            }
        }
        assertThat(ruth.withCookies("").get(path).statusCode()).isEqualTo(401);
        assertThat(ruth.get(path).statusCode()).isEqualTo(200);
    }

    private LtiLaunch picking() {
        return new TestLaunch(course, "Ruth Adeyemi")
                .roles(INSTRUCTOR)
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
                .build();
    }

    @Test
    void handlersWhenBelowACourseThenEachSaysWhomItAllows() {
        List<String> silent = handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/c/")))
                .map(Map.Entry::getValue)
                .filter(method -> !method.hasMethodAnnotation(Allow.class)
                        && !method.getBeanType().isAnnotationPresent(Allow.class))
                .map(Object::toString)
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void handlersWhenUnderCThenEachNamesTheCourse() {
        assertThat(handlers.getHandlerMethods().keySet().stream()
                        .flatMap(mapping -> mapping.getPatternValues().stream())
                        .filter(path -> path.equals("/c") || path.startsWith("/c/")))
                .isNotEmpty()
                .allMatch(path -> path.equals("/c/{course}") || path.startsWith("/c/{course}/"));
    }

    /** Leaders come by explicit assignment only. */
    private SignedIn leader(TestCourse course) {
        SignedIn before = course.observer("Lee Head");
        jdbc.sql("update course_member set explicit_role = 'LEADER' where id = ?")
                .param(before.member().id().value())
                .update();
        SignedIn leader = course.observer("Lee Head");
        assertThat(leader.member().role()).isEqualTo(MemberRole.LEADER);
        return leader;
    }
}
