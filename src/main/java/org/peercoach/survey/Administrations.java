package org.peercoach.survey;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The surveys of courses, as they are stored; every question names its course. */
@Component
class Administrations {

    private static final String COLUMNS =
            "a.id as administration_id, a.instrument, a.wave, a.anonymous, a.by_trainer, a.opens_at, a.closes_at";
    private static final String INSERT = "insert into survey_administration (course_id, instrument, wave, anonymous,"
            + " by_trainer, opens_at, closes_at) values (?, ?, ?, ?, ?, ?, ?)";
    private static final RowMapper<Administration> ADMINISTRATION = (row, index) -> new Administration(
            row.getLong("administration_id"),
            new SurveyKey(row.getString("instrument"), Wave.valueOf(row.getString("wave"))),
            row.getBoolean("anonymous"),
            row.getBoolean("by_trainer"),
            Stored.time(row, "opens_at"),
            Stored.timeIfAny(row, "closes_at"));

    private final JdbcClient jdbc;

    Administrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A survey and the member's own response, which is null before the first word. */
    record Own(Administration administration, @Nullable Response response) {}

    Optional<Administration> find(CourseId course, SurveyKey key) {
        return jdbc.sql("select " + COLUMNS + " from survey_administration a"
                        + " where a.course_id = ? and a.instrument = ? and a.wave = ?")
                .params(course.value(), key.instrument(), key.wave().name())
                .query(ADMINISTRATION)
                .optional();
    }

    /** All of a course, with the member's own responses; one statement. */
    List<Own> ofMember(Member member) {
        return jdbc.sql("select " + COLUMNS + ", " + Responses.COLUMNS + " from survey_administration a"
                        + " left join survey_response r on r.administration_id = a.id and r.member_id = ?"
                        + " where a.course_id = ? order by a.opens_at, a.id")
                .params(member.id().value(), member.course().value())
                .query((row, index) -> {
                    Administration administration = ADMINISTRATION.mapRow(row, index);
                    return new Own(administration, Responses.responseIfAny(row));
                })
                .list();
    }

    /** The survey of this key, made in the caller's transaction unless it is there; of two at once one makes it. */
    Administration ensure(CourseId course, SurveyKey key, boolean anonymous, Instant now) {
        jdbc.sql(INSERT + " on duplicate key update course_id = course_id")
                .params(course.value(), key.instrument(), key.wave().name(), anonymous, false)
                .params(Arrays.asList(Stored.time(now), null))
                .update();
        return find(course, key).orElseThrow();
    }

    /** What a trainer wants to open. */
    record Planned(
            SurveyKey key,
            boolean anonymous,
            Instant opensAt,
            @Nullable Instant closesAt) {}

    /** Opens a survey for everybody; one that some answer already keeps what they wrote. */
    void open(CourseId course, Planned planned) {
        jdbc.sql(INSERT + " on duplicate key update by_trainer = true, opens_at = ?, closes_at = ?")
                .params(
                        course.value(),
                        planned.key().instrument(),
                        planned.key().wave().name())
                .params(Arrays.asList(planned.anonymous(), true))
                .params(Arrays.asList(Stored.time(planned.opensAt()), Stored.timeIfAny(planned.closesAt())))
                .params(Arrays.asList(Stored.time(planned.opensAt()), Stored.timeIfAny(planned.closesAt())))
                .update();
    }

    /** Closes a survey at this time, or opens it again with null. */
    void close(CourseId course, SurveyKey key, @Nullable Instant at) {
        jdbc.sql("update survey_administration set closes_at = ? where course_id = ? and instrument = ? and wave = ?")
                .params(Arrays.asList(
                        Stored.timeIfAny(at),
                        course.value(),
                        key.instrument(),
                        key.wave().name()))
                .update();
    }
}
