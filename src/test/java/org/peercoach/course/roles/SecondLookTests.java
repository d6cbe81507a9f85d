package org.peercoach.course.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercoach.fixture.TestRoles.MEMBER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.course.MemberRole;
import org.peercoach.course.launch.OwnRule;
import org.peercoach.course.launch.RuleSet;
import org.peercoach.course.session.Utc;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a time of its own, which the application's own look does not reach. */
@ApplicationTest
class SecondLookTests {

    private static final Instant THEN = Instant.parse("2040-01-01T10:00:00Z");

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Redecision redecision;

    @Test
    @DisplayName("Ruling 21: a change is looked at again, however late the look comes, and once")
    void lookWhenItRunsLateThenNoChangeIsMissed() {
        TestCourse course = members.course();
        SignedIn ben = course.signIn("Ben Hill", null, MEMBER);
        MovableClock clock = new MovableClock(THEN);
        SecondLook look = new SecondLook(jdbc, redecision, clock);
        look.look();
        clock.advance(Duration.ofSeconds(10));
        change(course, ben, clock.instant());
        look.look();
        assertThat(role(ben)).as("other nodes may not know it yet").isEqualTo("PARTICIPANT");
        clock.advance(Duration.ofMinutes(5));
        look.look();
        assertThat(role(ben)).isEqualTo("OBSERVER");
        jdbc.sql("update course_member set role = 'PARTICIPANT' where id = ?")
                .param(ben.member().id().value())
                .update();
        clock.advance(Duration.ofSeconds(20));
        look.look();
        assertThat(role(ben)).as("not looked at again").isEqualTo("PARTICIPANT");
    }

    private void change(TestCourse course, SignedIn ben, Instant at) {
        RuleSet rules = new RuleSet(
                List.of(new OwnRule(1, OwnRule.Kind.ROLE, "audience", "Member", MemberRole.OBSERVER)), Set.of());
        long deployment = course.target().deploymentId();
        jdbc.sql("insert into course_role_rules (place, district_id, deployment_id, rules, version, changed_at)"
                        + " values (?, ?, ?, ?, 1, ?)")
                .params("second-look-" + deployment, ben.member().district(), deployment, rules.format(), Utc.of(at))
                .update();
    }

    private String role(SignedIn person) {
        return jdbc.sql("select role from course_member where id = ?")
                .param(person.member().id().value())
                .query(String.class)
                .single();
    }
}
