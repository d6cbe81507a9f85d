package org.peercoach.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peercoach.fixture.ApplicationTest;

/** An anonymous survey keeps who has answered apart from what was answered: nothing that is stored joins the two. */
@ApplicationTest
class AnonymousTests extends TomsCourse {

    private static final String SECRET = "Only said because nobody knows me.";

    @BeforeEach
    void openTheProgramSurvey() {
        tom.post(tom.at("/surveys"), Map.of("survey", "programme-survey/EXTRA"));
    }

    @Test
    void handInWhenAnonymousThenOnlyTheDayStaysWithThePerson() {
        Answerer dana = Answerer.programSurvey(course.participant("Dana Reed"));
        dana.open().autosave(Map.of("item.U1", "2", "open.keep", SECRET));
        assertThat(dana.page())
                .contains(SECRET, "Nobody can see what you answer")
                .doesNotContain("data-pc-key");
        dana.handIn(2, Map.of("open.keep", SECRET));
        Map<String, @Nullable Object> row = jdbc.sql("select * from survey_response where member_id = ?")
                .param(dana.who().member().id().value())
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("draft", null)
                .containsEntry("answer", null)
                .containsEntry("writer", null);
        assertThat(row).containsEntry("instrument_version", null).containsEntry("version", 1);
        for (String time : List.of("started_at", "changed_at", "handed_in_at")) {
            assertThat(toLocal(row.get(time)).toLocalTime()).as(time).isEqualTo(LocalTime.MIDNIGHT);
        }
        assertThat(answers()).hasSize(1).first().asString().contains(SECRET);
        assertThat(columns("survey_anonymous_answer"))
                .containsExactlyInAnyOrder("id", "administration_id", "instrument_version", "answer");
    }

    @Test
    void handInWhenAlreadyDoneThenRefusedAndOneAnswerStays() {
        Answerer dana = Answerer.programSurvey(course.participant("Dana Reed"));
        Answerer.Tab tab = dana.open();
        assertThat(tab.handIn(tab.everywhere(2))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/result");
        assertThat(tab.handIn(tab.everywhere(5)).statusCode()).isEqualTo(409);
        assertThat(tab.autosave(tab.everywhere(5)).statusCode()).isEqualTo(410);
        assertThat(dana.page())
                .contains("You have handed this in")
                .doesNotContain("<form method=\"post\" id=\"answer\"");
        assertThat(dana.result().body()).contains("They are kept without your name");
        assertThat(answers()).hasSize(1);
    }

    @Test
    void answersWhenManyHandInThenTheOrderOfRowsIsNotTheirs() {
        for (int number = 1; number <= 12; number++) {
            Answerer.programSurvey(course.participant("Person " + number))
                    .handIn(3, Map.of("open.keep", "Number " + number + "."));
        }
        List<String> stored = answers();
        List<String> inOrder = new ArrayList<>(stored);
        Collections.sort(inOrder, java.util.Comparator.comparingInt(AnonymousTests::number));
        assertThat(stored).hasSize(12).isNotEqualTo(inOrder);
    }

    @Test
    void itemsWhenTheyDoNotFitThenLeftOutOfTheMeans() {
        for (int number = 1; number <= 5; number++) {
            Answerer.programSurvey(course.participant("Person " + number))
                    .handIn(4, Map.of("item.U4", "na", "open.keep", SECRET));
        }
        String group = tom.get(tom.at("/surveys/programme-survey/extra/group")).body();
        assertThat(group)
                .contains("The answers of 5 people", "4.0", "fewer than five")
                .doesNotContain(SECRET);
    }

    @Test
    void handInWhenNothingIsAnsweredThenAsksForSomething() {
        Answerer dana = Answerer.programSurvey(course.participant("Dana Reed"));
        assertThat(dana.open().handIn(Map.of("open.keep", SECRET)).statusCode()).isEqualTo(422);
        assertThat(answers()).isEmpty();
    }

    private List<String> answers() {
        return jdbc.sql("select answer from survey_anonymous_answer x join survey_administration a"
                        + " on a.id = x.administration_id where a.course_id = ? order by x.id")
                .param(tom.member().course().value())
                .query((row, index) -> row.getString(1))
                .list();
    }

    private List<String> columns(String table) {
        return jdbc.sql("select lower(column_name) from information_schema.columns where lower(table_name) = ?"
                        + " and lower(table_schema) = lower(" + "schema()" + ")")
                .param(table)
                .query((row, index) -> row.getString(1))
                .list();
    }

    private static int number(String answer) {
        return Integer.parseInt(answer.replaceAll("(?s).*Number (\\d+)\\..*", "$1"));
    }

    private static LocalDateTime toLocal(@Nullable Object value) {
        return value instanceof java.sql.Timestamp time
                ? time.toLocalDateTime()
                : (LocalDateTime) Objects.requireNonNull(value);
    }
}
