package org.peercoach.course;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page of a course against every role. A room that adds a page adds its line to {@link #pages}. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolePageTests {

    private static final Set<MemberRole> EVERYBODY = EnumSet.allOf(MemberRole.class);

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
                new Page("/purpose", EnumSet.of(MemberRole.TRAINER)),
                new Page("/copy", EnumSet.of(MemberRole.TRAINER)));
    }

    @BeforeAll
    void signEverybodyIn() {
        TestCourse course = members.course();
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
