package org.peercoach.training;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks of worksheets, and the queue of those that wait for one. Every question names its course. */
@Component
class GivenMarks {

    private static final RowMapper<GivenMark> MARK = (row, index) -> new GivenMark(
            row.getLong("handed_in_id"),
            Verdict.valueOf(row.getString("verdict")),
            row.getString("comment"),
            new MemberId(row.getLong("given_by")),
            Utc.require(row, "given_at"));

    private static final RowMapper<Handed> HANDED = (row, index) -> new Handed(
            row.getLong("id"),
            new MemberId(row.getLong("member_id")),
            row.getString("activity_id"),
            row.getInt("versions"),
            Utc.require(row, "handed_in_at"),
            row.getInt("marking"),
            row.getString("verdict") == null ? null : Verdict.valueOf(row.getString("verdict")));

    private final JdbcClient jdbc;

    GivenMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A worksheet that was handed in.
     *
     * @param verdict what the last version got, or null while it waits
     */
    record Handed(
            long state,
            MemberId author,
            String activityId,
            int versions,
            Instant at,
            int marking,
            @Nullable Verdict verdict) {}

    /**
     * Which worksheets.
     *
     * @param authors whose
     * @param activities which, or null for all
     * @param waiting only those that wait
     */
    record Question(
            CourseId course,
            Set<MemberId> authors,
            @Nullable List<String> activities,
            boolean waiting) {

        private boolean nothing() {
            return authors.isEmpty() || activities != null && activities.isEmpty();
        }
    }

    /** Those that wait come first, and of these the oldest; at most so many after this one, or from the beginning for null. */
    List<Handed> list(Question question, @Nullable Handed after, int most) {
        if (question.nothing()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        StringBuilder sql =
                new StringBuilder("select id, member_id, activity_id, versions, handed_in_at, marking, verdict");
        where(question, sql, values);
        if (after != null) {
            sql.append(" and (marking > ? or marking = ? and (handed_in_at > ? or handed_in_at = ? and id > ?))");
            LocalDateTime at = Utc.of(after.at());
            values.addAll(Arrays.asList(after.marking(), after.marking(), at, at, after.state()));
        }
        sql.append(" order by marking, handed_in_at, id limit ").append(most);
        return jdbc.sql(sql.toString()).params(values).query(HANDED).list();
    }

    /** Whether any worksheet of the course waits, be its author still there or not. */
    boolean anyWaits(CourseId course) {
        return jdbc.sql("select 1 from training_activity_state where course_id = ? and marking = ? limit 1")
                .params(course.value(), Versions.WAITS)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    int count(Question question) {
        if (question.nothing()) {
            return 0;
        }
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder("select count(*)");
        where(question, sql, values);
        return jdbc.sql(sql.toString()).params(values).query(Integer.class).single();
    }

    private static void where(Question question, StringBuilder sql, List<Object> values) {
        sql.append(" from training_activity_state where course_id = ? and marking ")
                .append(question.waiting() ? "= " + Versions.WAITS : "is not null");
        values.add(question.course().value());
        List<Long> authors = question.authors().stream().map(MemberId::value).toList();
        oneOf("member_id", authors, sql, values);
        if (question.activities() != null) {
            oneOf("activity_id", question.activities(), sql, values);
        }
    }

    private static void oneOf(String column, List<?> wanted, StringBuilder sql, List<Object> values) {
        sql.append(" and ").append(column).append(" in (");
        sql.append(wanted.stream().map(value -> "?").collect(Collectors.joining(", ")))
                .append(')');
        values.addAll(wanted);
    }

    /** The marks of a worksheet's versions, by version. */
    Map<Long, GivenMark> of(ActivityState state) {
        return jdbc
                .sql(
                        "select handed_in_id, verdict, comment, given_by, given_at from training_given_mark where state_id = ?")
                .param(state.id())
                .query(MARK)
                .list()
                .stream()
                .collect(Collectors.toMap(GivenMark::handedIn, Function.identity()));
    }

    /** A mark and the activity that it is about. */
    record AboutActivity(String activityId, GivenMark mark) {}

    /** All marks that a member got. */
    List<AboutActivity> got(Member author) {
        return about("s.member_id = ?", author);
    }

    /** All marks that a member gave. */
    List<AboutActivity> gave(Member trainer) {
        return about("m.given_by = ?", trainer);
    }

    private List<AboutActivity> about(String condition, Member member) {
        return jdbc.sql("select s.activity_id, m.handed_in_id, m.verdict, m.comment, m.given_by, m.given_at"
                        + " from training_given_mark m join training_activity_state s on s.id = m.state_id"
                        + " where m.course_id = ? and " + condition + " order by m.id")
                .params(member.course().value(), member.id().value())
                .query((row, index) -> new AboutActivity(row.getString("activity_id"), MARK.mapRow(row, index)))
                .list();
    }

    /** Puts down a mark in place of the one that this version had. */
    void put(ActivityState state, CourseId course, GivenMark mark) {
        jdbc.sql("""
                        insert into training_given_mark
                          (course_id, state_id, handed_in_id, verdict, comment, given_by, given_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on duplicate key update verdict = ?, comment = ?, given_by = ?, given_at = ?""")
                .params(course.value(), state.id(), mark.handedIn())
                .param(mark.verdict().name())
                .param(mark.comment())
                .params(mark.by().value(), Utc.of(mark.at()))
                .param(mark.verdict().name())
                .param(mark.comment())
                .params(mark.by().value(), Utc.of(mark.at()))
                .update();
    }

    /** Takes a mark back; false if there was none. */
    boolean remove(CourseId course, long handedIn) {
        return jdbc.sql("delete from training_given_mark where course_id = ? and handed_in_id = ?")
                        .params(course.value(), handedIn)
                        .update()
                > 0;
    }
}
