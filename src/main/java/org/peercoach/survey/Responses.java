package org.peercoach.survey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members' responses as they are stored. An administration's id is only ever taken from one of the asking course. */
@Component
class Responses {

    static final String COLUMNS = "r.id as response_id, r.member_id, r.draft, r.answer, r.shared_with_coach,"
            + " r.version, r.writer, r.started_at, r.changed_at, r.handed_in_at";

    private final JdbcClient jdbc;

    Responses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The response of a row that may have none. */
    static @Nullable Response responseIfAny(ResultSet row) throws SQLException {
        long id = row.getLong("response_id");
        return row.wasNull() ? null : response(row, id);
    }

    private static Response response(ResultSet row, long id) throws SQLException {
        return new Response(
                id,
                row.getLong("member_id"),
                Answers.ofStored(row.getString("draft")),
                Answers.ofStored(row.getString("answer")),
                row.getBoolean("shared_with_coach"),
                row.getInt("version"),
                row.getString("writer"),
                Stored.time(row, "started_at"),
                Stored.time(row, "changed_at"),
                Stored.timeIfAny(row, "handed_in_at"));
    }

    /** The member's row, made unless it is there, and held until the end of the transaction. */
    Response hold(Administration administration, Member member, Instant now) {
        jdbc.sql("insert into survey_response (administration_id, member_id, started_at, changed_at)"
                        + " values (?, ?, ?, ?) on duplicate key update member_id = member_id")
                .params(administration.id(), member.id().value(), Stored.time(now), Stored.time(now))
                .update();
        return jdbc.sql("select " + COLUMNS + " from survey_response r"
                        + " where r.administration_id = ? and r.member_id = ? for update")
                .params(administration.id(), member.id().value())
                .query((row, index) -> response(row, row.getLong("response_id")))
                .single();
    }

    /** Keeps what stands in the form. Taking back what was shared works at once; sharing takes a hand-in. */
    void keepDraft(Response response, Sheet sheet, Instant now) {
        jdbc.sql("update survey_response set draft = ?, writer = ?, version = version + 1, changed_at = ?,"
                        + " shared_with_coach = (shared_with_coach and ?) where id = ?")
                .params(sheet.answers().stored(), sheet.writer(), Stored.time(now))
                .params(sheet.answers().has(Answers.SHARE, Answers.YES), response.id())
                .update();
    }

    /** Keeps what was handed in under a name. */
    void handIn(Response response, Sheet sheet, Instrument instrument, Instant now) {
        jdbc.sql("update survey_response set draft = ?, answer = ?, instrument_version = ?, shared_with_coach = ?,"
                        + " writer = ?, version = version + 1, changed_at = ?, handed_in_at = ? where id = ?")
                .params(sheet.answers().stored(), sheet.answers().stored(), instrument.version())
                .params(sheet.answers().has(Answers.SHARE, Answers.YES), sheet.writer())
                .params(Stored.time(now), Stored.time(now), response.id())
                .update();
    }

    /** Keeps that something was handed in, on which day, and nothing else. */
    void handInWithoutAnswers(Response response, Instant now) {
        var day = Stored.time(now.truncatedTo(ChronoUnit.DAYS));
        jdbc.sql("update survey_response set draft = null, answer = null, instrument_version = null, writer = null,"
                        + " version = 1, started_at = ?, changed_at = ?, handed_in_at = ? where id = ?")
                .params(day, day, day, response.id())
                .update();
    }

    /** Everything that was handed in under a name. */
    List<Response> handedIn(Administration administration) {
        return jdbc.sql("select " + COLUMNS + " from survey_response r"
                        + " where r.administration_id = ? and r.handed_in_at is not null order by r.id")
                .param(administration.id())
                .query((row, index) -> response(row, row.getLong("response_id")))
                .list();
    }

    /** How many have handed in, for each survey of a course by its id; those without any are left out. */
    Map<Long, Integer> handedIn(CourseId course) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("select a.id, count(*) as people from survey_administration a"
                        + " join survey_response r on r.administration_id = a.id"
                        + " where a.course_id = ? and r.handed_in_at is not null group by a.id")
                .param(course.value())
                .query(row -> {
                    counts.put(row.getLong("id"), row.getInt("people"));
                });
        return counts;
    }
}
