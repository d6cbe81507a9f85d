package org.peercoach.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peercoach.course.CourseChanges;
import org.peercoach.fixture.ApplicationTest;
import org.peercoach.fixture.SignedIn;
import org.peercoach.fixture.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** C 4: how many statements the pages of the training cost with all eight sessions, whatever a cohort has done. */
@ApplicationTest
class StatementCountTests extends TomAndMary {

    private static final String GRID = "/training/cohort";

    @Autowired
    CourseChanges changes;

    @Autowired
    TrainingCatalog catalog;

    private Cohort cohort;

    @BeforeEach
    void begin() {
        cohort = new Cohort(jdbc);
    }

    @Test
    @DisplayName("C 4, UX-T6: 200 people, eight sessions, states of all their activities: at most 10 statements")
    void gridWhenTwoHundredPeopleAndEightSessionsThenTenStatementsAtMost() {
        List<String> all = everything();
        assertThat(all).hasSizeGreaterThan(80);
        IntStream.range(1, 200)
                .forEach(number -> cohort.done(
                        course.coach("Coach %03d".formatted(number)),
                        number % 2 == 0 ? all : all.subList(0, Math.floorMod(number * 7, all.size() + 1))));
        asATrainerSetsItUp();
        tom.get(tom.at(GRID));
        assertThat(asked(tom, GRID)).hasSizeLessThanOrEqualTo(10).isNotEmpty();
        String page = tom.get(tom.at(GRID)).body();
        assertThat(Pattern.compile("<th scope=\"row\">").matcher(page).results())
                .hasSize(200);
        assertThat(page).contains("Waiting for you", "Session 8");
    }

    @ParameterizedTest
    @DisplayName("C 4: a coach's pages")
    @CsvSource({
        "'', 4",
        "/training, 8",
        "/training/sessions/1, 8",
        "/training/sessions/3, 8",
        "/training/sessions/8, 8",
        "/training/sessions/1/activities/S1.1, 5",
        "/training/sessions/1/activities/S1.2, 5",
        "/training/sessions/1/activities/S1.3, 5",
        "/training/sessions/1/activities/S1.6, 5",
        "/training/sessions/1/activities/S1.8, 6",
        "/training/sessions/1/activities/S1.9, 6",
        "/training/sessions/2/activities/S2.4, 5",
        "/training/sessions/2/activities/S2.5, 5",
        "/training/sessions/3/activities/S3.4, 5",
        "/training/sessions/3/activities/S3.6, 5"
    })
    void pageWhenACoachIsFarAlongThenFewStatements(String path, int most) {
        cohort.done(mary.who(), everything());
        asATrainerSetsItUp();
        assertThat(mary.who().get(mary.who().at(path)).statusCode()).isEqualTo(200);
        assertThat(asked(mary.who(), path)).hasSizeLessThanOrEqualTo(most);
    }

    @Test
    @DisplayName("C 4: the first page of a course, when no message waits")
    void homeWhenACoachIsFarAlongThenThreeStatements() {
        cohort.done(mary.who(), everything());
        mary.who().get(mary.who().at(""));
        assertThat(asked(mary.who(), "")).hasSizeLessThanOrEqualTo(3).isNotEmpty();
    }

    /** What a page asks of the database; what the tool does meanwhile by itself is left out. */
    private List<String> asked(SignedIn who, String path) {
        return Statements.warm(changes::heard, () -> who.get(who.at(path))).stream()
                .filter(sql -> !sql.contains("scheduled_tasks") && !sql.startsWith("select distinct queue"))
                .toList();
    }

    /** Dates and an activity that is left out, a meeting, a worksheet that waits, and a message. */
    private void asATrainerSetsItUp() {
        mary.fillIn("S1.8", "What we agreed");
        Map<String, String> meeting =
                Map.of("session", "1", "date", "2026-12-08", "start", "15:30", "end", "17:00", "zone", "UTC");
        tom.post(tom.at(GRID + "/schedule/new"), meeting);
        tom.post(tom.at(GRID + "/nudge"), Map.of("to", mary.who().member().id().toString(), "text", "See you soon."));
        jdbc.sql("insert into training_cohort_off (course_id, activity_id) values (?, 'S1.4')")
                .param(tom.member().course().value())
                .update();
        jdbc.sql("insert into training_cohort_session (course_id, session_number, due_on) values (?, 1, '2026-09-20')")
                .param(tom.member().course().value())
                .update();
    }

    private List<String> everything() {
        return catalog.sessions().stream()
                .flatMap(session -> session.activities().stream())
                .map(ActivityContent::id)
                .toList();
    }
}
