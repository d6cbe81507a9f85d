package org.peercoach.course.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.roster.RosterState.Outcome;
import org.peercoach.course.session.Utc;
import org.peercoach.lti.ServiceTarget;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each course's list was read, and when it will be: the durable queue of readings. */
@Component
class RosterRows {

    /** Changes are asked for up to a day long; then everybody is read again, which also heals what went wrong. */
    private static final Duration CHANGES_FOR = Duration.ofHours(24);

    private static final String STATE = "select c.memberships_url, r.due_at, r.reading, r.read_so_far, r.ended_at,"
            + " r.outcome, r.complete_at, r.people from course_course c"
            + " left join course_roster r on r.course_id = c.id where c.id = ?";
    private static final String PLACE = "select c.id, c.registration_id, c.deployment_id, c.district_id, c.purpose,"
            + " c.memberships_url, d.product_family, r.differences_url, r.full_at, r.read_number, r.started_at"
            + " from course_course c join course_roster r on r.course_id = c.id"
            + " join lti_deployment d on d.id = c.deployment_id where c.id = ? and c.memberships_url is not null";
    private static final RowMapper<RosterState> STATE_ROW = (row, index) -> new RosterState(
            row.getString("memberships_url") != null,
            instant(row, "due_at"),
            row.getBoolean("reading"),
            row.getInt("read_so_far"),
            instant(row, "ended_at"),
            row.getString("outcome") == null ? null : Outcome.valueOf(row.getString("outcome")),
            instant(row, "complete_at"),
            row.getInt("people"));

    private final JdbcClient jdbc;
    private final Clock clock;

    RosterRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    RosterState state(CourseId course) {
        return jdbc.sql(STATE).param(course.value()).query(STATE_ROW).single();
    }

    /** How the course's list is reached; empty when the LMS offers none. */
    Optional<ServiceTarget> target(CourseId course) {
        return jdbc.sql("select registration_id, deployment_id from course_course where id = ?"
                        + " and memberships_url is not null")
                .param(course.value())
                .query((row, index) -> new ServiceTarget(row.getLong(1), row.getLong(2)))
                .optional();
    }

    /** Due from {@code at} on, unless it is due already. */
    void want(CourseId course, String queue, Instant at) {
        jdbc.sql("insert into course_roster (course_id, queue, due_at) values (?, ?, ?)"
                        + " on duplicate key update queue = values(queue), attempts = 0,"
                        + " due_at = case when due_at is null or due_at > values(due_at) then values(due_at)"
                        + " else due_at end")
                .params(course.value(), queue, Utc.of(at))
                .update();
    }

    /** The course of this queue that has waited longest. */
    Optional<CourseId> due(String queue, Instant now) {
        return jdbc.sql("select course_id from course_roster where queue = ? and due_at <= ? order by due_at limit 1")
                .params(queue, Utc.of(now))
                .query(Long.class)
                .optional()
                .map(CourseId::new);
    }

    /** When something in this queue is due next. */
    Optional<Instant> next(String queue) {
        return jdbc.sql(
                        "select due_at from course_roster where queue = ? and due_at is not null order by due_at limit 1")
                .param(queue)
                .query((row, index) -> Utc.read(row, "due_at"))
                .optional();
    }

    List<String> queuesDue(Instant now) {
        return jdbc.sql("select distinct queue from course_roster where due_at <= ?")
                .param(Utc.of(now))
                .query((row, index) -> row.getString("queue"))
                .list();
    }

    /** Begins a reading, which makes one that still runs void; empty when there is nothing to read any more. */
    Optional<ReadingPlace> begin(CourseId course) {
        jdbc.sql("update course_roster set read_number = read_number + 1, reading = true, read_so_far = 0,"
                        + " started_at = ?, attempts = attempts + 1 where course_id = ?")
                .params(Utc.of(clock.instant()), course.value())
                .update();
        return jdbc.sql(PLACE).param(course.value()).query(this::place).optional();
    }

    /** Tells that it goes on, so that the page can say so; false when a later reading has begun. */
    boolean progress(ReadingPlace place, int people) {
        return jdbc.sql("update course_roster set read_so_far = ? where course_id = ? and read_number = ?")
                        .params(people, place.course().value(), place.number())
                        .update()
                == 1;
    }

    /** Whether no later reading has begun; holds later ones off until the transaction ends. */
    boolean isLatest(ReadingPlace place) {
        return jdbc.sql("select read_number from course_roster where course_id = ? for update")
                        .param(place.course().value())
                        .query(Long.class)
                        .single()
                == place.number();
    }

    /** A reading has come to its end. */
    void done(ReadingPlace place, int people, @Nullable String differences) {
        Instant now = clock.instant();
        boolean all = place.differencesUrl() == null;
        jdbc.sql("update course_roster set reading = false, due_at = null, attempts = 0, ended_at = ?, complete_at = ?,"
                        + " outcome = 'DONE', differences_url = ?, people = case when ? then ? else people end,"
                        + " full_at = case when ? then ? else full_at end where course_id = ? and read_number = ?")
                .params(Arrays.asList(Utc.of(now), Utc.of(now), differences, all, people, all, Utc.of(now)))
                .params(place.course().value(), place.number())
                .update();
    }

    /** @param again when to try again, or null to wait until somebody asks */
    void failed(ReadingPlace place, Outcome outcome, @Nullable Instant again) {
        jdbc.sql("update course_roster set reading = false, due_at = ?, ended_at = ?, outcome = ?"
                        + " where course_id = ? and read_number = ?")
                .params(Arrays.asList(
                        again == null ? null : Utc.of(again),
                        Utc.of(clock.instant()),
                        outcome.name(),
                        place.course().value(),
                        place.number()))
                .update();
    }

    /** The LMS offers the list no longer. */
    void drop(CourseId course) {
        jdbc.sql("update course_roster set reading = false, due_at = null where course_id = ?")
                .param(course.value())
                .update();
    }

    int attempts(CourseId course) {
        return jdbc.sql("select attempts from course_roster where course_id = ?")
                .param(course.value())
                .query(Integer.class)
                .single();
    }

    private ReadingPlace place(ResultSet row, int index) throws SQLException {
        Instant full = instant(row, "full_at");
        boolean changesOnly = full != null && clock.instant().isBefore(full.plus(CHANGES_FOR));
        String purpose = row.getString("purpose");
        return new ReadingPlace(
                new CourseId(row.getLong("id")),
                new ServiceTarget(row.getLong("registration_id"), row.getLong("deployment_id")),
                row.getLong("district_id"),
                row.getString("product_family"),
                purpose == null ? null : Purpose.valueOf(purpose),
                row.getString("memberships_url"),
                changesOnly ? row.getString("differences_url") : null,
                row.getLong("read_number"),
                Utc.read(row, "started_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Utc.read(row, column);
    }
}
