package org.peercoach.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.TestMembers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The health page: a fault says what it is, what to do, and who must do it. */
@ApplicationTest
class HealthTests {

    @Autowired
    TestMembers members;

    @Autowired
    JdbcClient jdbc;

    private TestDistrict lincoln;

    @BeforeEach
    void begin() {
        lincoln = TestDistrict.in(members, jdbc);
    }

    @Test
    @DisplayName("UX-A3: failed results are red, with what to do and who does it")
    void pageWhenAResultFailedThenSaysWhoMendsIt() {
        assertThat(page()).contains("None is waiting.").doesNotContain("Fault");
        score(lincoln.course().coach("Mary Ellis"), "FAILED");
        assertThat(page()).contains("Fault", "One result did not reach the gradebook", "The trainer of each course");
        assertThat(lincoln.administrator().get(lincoln.path("")).body())
                .contains("One result did not reach the gradebook");
    }

    @Test
    void pageWhenAnotherDistrictsResultFailedThenNotHere() {
        TestDistrict franklin = TestDistrict.in(members, jdbc);
        score(franklin.course().coach("Mary Ellis"), "FAILED");
        assertThat(page()).contains("None is waiting.").doesNotContain("Fault");
    }

    @Test
    void pageWhenTheLmsWasQuietThenSaysSince() {
        jdbc.sql("update lti_deployment set last_launch_at = '2026-01-05 08:00:00' where id = ?")
                .param(lincoln.deployment())
                .update();
        assertThat(page()).containsPattern("Jan\\h5, 2026, 8:00\\hAM").contains("opens it once from a course");
    }

    private void score(SignedIn coach, String state) {
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        jdbc.sql(
                        "insert into gradebook_score (member_id, activity_key, course_id, points, maximum, completed, started_at,"
                                + " recorded_at, version, state, state_at, attempts, sent_version)"
                                + " values (?, 'session-1', ?, 5, 25, false, ?, ?, 1, ?, ?, 0, 0)")
                .params(coach.member().id().value(), coach.member().course().value(), now, now, state, now)
                .update();
    }

    private String page() {
        return lincoln.administrator().get(lincoln.path("/health")).body();
    }
}
