package org.peercoach.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercoach.course.Member;
import org.peercoach.course.MemberRole;
import org.peercoach.course.Roster;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.peercoach.fixture.TestMembers.TestCourse;
import org.springframework.beans.factory.annotation.Autowired;

/** Points of people who become something else in the middle of their work. */
@ApplicationTest
class RoleChangeTests {

    @Autowired
    TestMembers members;

    @Autowired
    Gradebook gradebook;

    @Autowired
    Roster roster;

    @Test
    void recordWhenTheRoleChangesOnTheWayThenPointsStayAndGoOn() {
        TestCourse course = members.course();
        SignedIn tom = course.trainer("Tom Trainer");
        SignedIn dana = course.participant("Dana Reed");
        gradebook.record(now(dana), "session-1", 5, false);
        give(tom, dana, MemberRole.COACH);
        gradebook.record(now(dana), "session-1", 11, false);
        assertThat(tom.get(tom.at("/gradebook?activity=session-1")).body()).contains("Dana Reed", "11 of 25");
        assertThat(dana.get(dana.at("/training/sessions/1")).statusCode()).isEqualTo(200);
        give(tom, dana, MemberRole.PARTICIPANT);
        assertThat(tom.get(tom.at("/gradebook?activity=session-1")).body()).contains("Dana Reed", "11 of 25");
        assertThat(dana.get(dana.at("/training/sessions/1")).statusCode()).isEqualTo(403);
        give(tom, dana, MemberRole.LEADER);
        gradebook.record(now(dana), "session-1", 25, true);
        assertThat(tom.get(tom.at("/gradebook?activity=session-1")).body())
                .as("a leader gets no points, and keeps those of before")
                .contains("11 of 25");
    }

    private Member now(SignedIn person) {
        return roster.member(person.member().course(), person.member().id()).orElseThrow();
    }

    private static void give(SignedIn trainer, SignedIn person, MemberRole role) {
        assertThat(trainer.postRaw(
                                trainer.at("/people/roles"),
                                List.copyOf(Map.of(
                                                "role",
                                                role.name(),
                                                "member",
                                                person.member().id().toString(),
                                                "_csrf",
                                                trainer.csrf())
                                        .entrySet()))
                        .statusCode())
                .isEqualTo(302);
    }
}
