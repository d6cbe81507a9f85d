package org.peercoach.training.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.peercoach.course.CourseId;
import org.peercoach.course.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was at which meeting. Whoever calls has made sure that meeting and member are of the same course. */
@Component
public class Attendance {

    private final JdbcClient jdbc;
    private final Clock clock;

    Attendance(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those who were there; the value says whether they said so themselves by the code. */
    public Map<MemberId, Boolean> present(Meeting meeting) {
        Map<MemberId, Boolean> present = new HashMap<>();
        jdbc.sql("select member_id, by_code from training_attendance where meeting_id = ?")
                .param(meeting.id())
                .query(row -> {
                    present.put(new MemberId(row.getLong("member_id")), row.getBoolean("by_code"));
                });
        return present;
    }

    /** Everybody who was at any meeting of this session, called off or not. */
    public Set<MemberId> of(CourseId course, int session) {
        return jdbc.sql("select distinct a.member_id from training_attendance a"
                        + " join training_meeting m on m.id = a.meeting_id"
                        + " where m.course_id = ? and m.session_number = ?")
                .params(course.value(), session)
                .query((row, index) -> new MemberId(row.getLong("member_id")))
                .set();
    }

    /** How many were at each meeting of a course. */
    public Map<Long, Integer> counts(CourseId course) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql("select a.meeting_id, count(*) as people from training_attendance a"
                        + " join training_meeting m on m.id = a.meeting_id where m.course_id = ? group by a.meeting_id")
                .param(course.value())
                .query(row -> {
                    counts.put(row.getLong("meeting_id"), row.getInt("people"));
                });
        return counts;
    }

    /** Notes that somebody was there; once is enough. */
    public void note(Meeting meeting, MemberId member, boolean byCode, MemberId notedBy) {
        jdbc.sql("insert into training_attendance (meeting_id, member_id, by_code, noted_by, noted_at)"
                        + " values (?, ?, ?, ?, ?) on duplicate key update member_id = member_id")
                .params(meeting.id(), member.value(), byCode, notedBy.value())
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** Takes it back. */
    public void remove(Meeting meeting, MemberId member) {
        jdbc.sql("delete from training_attendance where meeting_id = ? and member_id = ?")
                .params(meeting.id(), member.value())
                .update();
    }

    /** When the first meeting of this session began that the member was at, of those that were not called off. */
    public Optional<Instant> when(CourseId course, int session, MemberId member) {
        return jdbc.sql("select m.starts_at from training_attendance a join training_meeting m on m.id = a.meeting_id"
                        + " where m.course_id = ? and m.session_number = ? and m.canceled = false and a.member_id = ?"
                        + " order by m.starts_at limit 1")
                .params(course.value(), session, member.value())
                .query((row, index) ->
                        row.getObject("starts_at", LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .optional();
    }

    /** Whether the member was at any meeting of this session that was not called off. */
    public boolean attended(CourseId course, int session, MemberId member) {
        return jdbc.sql("select 1 from training_attendance a join training_meeting m on m.id = a.meeting_id"
                        + " where m.course_id = ? and m.session_number = ? and m.canceled = false and a.member_id = ?"
                        + " limit 1")
                .params(course.value(), session, member.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
