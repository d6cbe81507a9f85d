package org.peercoach.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.MovableClock;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What one node changes, another forgets. */
@ApplicationTest
class CourseChangesTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestMembers members;

    private final List<CourseId> here = new ArrayList<>();
    private final List<CourseId> there = new ArrayList<>();
    private CourseChanges node;
    private CourseChanges other;
    private CourseId course;

    @BeforeEach
    void twoNodes() {
        course = members.course().trainer("Tom Trainer").member().course();
        node = new CourseChanges(jdbc, clock);
        other = new CourseChanges(jdbc, clock);
        other.look();
        node.listen(here::add);
        other.listen(this::heardThere);
    }

    /** What other tests have changed a moment ago is told as well. */
    private void heardThere(CourseId changed) {
        if (changed.equals(course)) {
            there.add(changed);
        }
    }

    @Test
    @DisplayName("Ruling 21: what is told is forgotten here at once, and on another node with its next look, once")
    void tellWhenAnotherNodeLooksThenBothForget() {
        long before = other.heard();
        node.tell(course);
        assertThat(here).containsOnly(course);
        assertThat(there).isEmpty();
        other.look();
        assertThat(there).containsExactly(course);
        assertThat(other.heard()).isGreaterThan(before);
    }

    @Test
    @DisplayName("What an older transaction may still remember is forgotten once more, but not for ever")
    void lookWhenRepeatedThenForgetsForSomeSecondsOnly() {
        MovableClock time = new MovableClock(clock.instant());
        CourseChanges late = new CourseChanges(jdbc, time);
        late.look();
        late.listen(this::heardThere);
        new CourseChanges(jdbc, time).tell(course);
        late.look();
        time.advance(Duration.ofSeconds(3));
        late.look();
        assertThat(there).hasSize(2);
        time.advance(Duration.ofSeconds(3));
        late.look();
        time.advance(Duration.ofMinutes(2));
        late.look();
        assertThat(there).hasSize(2);
    }

    @Test
    void tellWhenTwiceThenForgottenTwice() {
        node.tell(course);
        other.look();
        new CourseChanges(jdbc, Clock.offset(clock, Duration.ofMillis(5))).tell(course);
        other.look();
        assertThat(there).contains(course).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void tellWhenInATransactionThenForgottenOnceMoreAfterIt() {
        transaction.executeWithoutResult(status -> {
            node.tell(course);
            assertThat(here).containsExactly(course);
        });
        assertThat(here).containsExactly(course, course);
    }

    @Test
    void tellOthersWhenToldThenKeptHere() {
        node.tellOthers(course);
        other.look();
        assertThat(here).isEmpty();
        assertThat(there).containsExactly(course);
    }
}
