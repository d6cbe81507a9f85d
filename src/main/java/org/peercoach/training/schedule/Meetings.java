package org.peercoach.training.schedule;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peercoach.course.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The meetings of all cohorts; every question names its course. */
@Component
public class Meetings {

    /** Without those that are mistaken for one another. */
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int CODE_LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SELECT = "select id, course_id, session_number, starts_at, ends_at, zone, place, link,"
            + " code, sequence, canceled, changed_at from training_meeting where course_id = ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    Meetings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All meetings of a cohort, canceled ones included, by time. */
    public List<Meeting> of(CourseId course) {
        return jdbc.sql(SELECT + " order by starts_at, id")
                .param(course.value())
                .query((row, index) -> meeting(row))
                .list();
    }

    /** One meeting; empty when it is of another course. */
    public Optional<Meeting> one(CourseId course, long id) {
        return jdbc.sql(SELECT + " and id = ?")
                .params(course.value(), id)
                .query((row, index) -> meeting(row))
                .optional();
    }

    /** Adds a meeting with a code of its own. */
    public long add(CourseId course, NewMeeting meeting) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into training_meeting (course_id, session_number, starts_at, ends_at, zone, place, link, code,"
                        + " changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(course.value(), meeting.session())
                .params(utc(meeting.starts()), utc(meeting.ends()), meeting.zone().getId())
                .param(meeting.place())
                .param(meeting.link())
                .params(code(), utc(clock.instant()))
                .update(key, "id");
        Number id = key.getKey();
        if (id == null) {
            throw new IllegalStateException("a meeting without an id");
        }
        return id.longValue();
    }

    /** Changes when and where; false when it is of another course. */
    public boolean change(CourseId course, long id, NewMeeting meeting) {
        return jdbc.sql("update training_meeting set session_number = ?, starts_at = ?, ends_at = ?, zone = ?, place = ?,"
                                + " link = ?, sequence = sequence + 1, changed_at = ? where id = ? and course_id = ?")
                        .param(meeting.session())
                        .params(utc(meeting.starts()), utc(meeting.ends()), meeting.zone().getId())
                        .param(meeting.place())
                        .param(meeting.link())
                        .params(utc(clock.instant()), id, course.value())
                        .update()
                == 1;
    }

    /** Calls a meeting off, or lets it take place after all. */
    public boolean cancel(CourseId course, long id, boolean canceled) {
        return jdbc.sql("update training_meeting set canceled = ?, sequence = sequence + 1, changed_at = ?"
                                + " where id = ? and course_id = ? and canceled <> ?")
                        .params(canceled, utc(clock.instant()), id, course.value(), canceled)
                        .update()
                == 1;
    }

    private static String code() {
        return RANDOM.ints(CODE_LENGTH, 0, SIGNS.length())
                .mapToObj(index -> SIGNS.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(
                row.getLong("id"),
                new CourseId(row.getLong("course_id")),
                row.getInt("session_number"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                ZoneId.of(row.getString("zone")),
                row.getString("place"),
                row.getString("link"),
                row.getString("code"),
                row.getInt("sequence"),
                row.getBoolean("canceled"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
