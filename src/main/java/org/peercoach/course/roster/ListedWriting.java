package org.peercoach.course.roster;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.launch.ListedRoles;
import org.peercoach.course.launch.Texts;
import org.peercoach.course.roster.ListedPerson.Seat;
import org.peercoach.course.session.Utc;
import org.peercoach.lti.Membership;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a list tells, many rows a statement. Each statement leaves alone what a launch has said meanwhile. */
@Component
class ListedWriting {

    /** Sessions of a new person are good from the start, whatever the clocks of several nodes say. */
    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

    private static final String ADD_PERSON = "insert into course_person (registration_id, district_id, sub, name,"
            + " given_name, family_name, administrator, test_user, valid_from, created_at)"
            + " values (?, ?, ?, ?, ?, ?, false, false, ?, ?) on duplicate key update sub = sub";
    private static final String ADD_MEMBER = "insert into course_member (course_id, person_id, lms_roles, role,"
            + " role_reason, active, came_by, roster_roles, created_at) values (?, ?, ?, ?, ?, true, 'ROSTER', ?, ?)"
            + " on duplicate key update roster_roles = values(roster_roles)";
    private static final String NAME =
            "update course_person set name = ?, given_name = ?, family_name = ? where id = ?";
    private static final String SEAT = "update course_member set roster_roles = ?, roster_differs = ?, active = true,"
            + " lms_roles = case when last_seen is null then ? else lms_roles end,"
            + " role = case when last_seen is null and explicit_role is null then ? else role end,"
            + " role_reason = case when last_seen is null and explicit_role is null then ? else role_reason end,"
            + " told_role = case when explicit_role is null then told_role else ? end,"
            + " told_reason = case when explicit_role is null then told_reason else ? end where id = ?";
    private static final String LEFT = "update course_member set active = false, left_at = :now, roster_roles = null,"
            + " roster_differs = false where id in (:ids) and active = true"
            + " and (last_seen is null or last_seen < :started)";
    private static final String UNLISTED =
            "update course_member set roster_roles = null, roster_differs = false" + " where id in (:ids)";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final java.time.Clock clock;

    ListedWriting(JdbcTemplate batches, JdbcClient jdbc, java.time.Clock clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record NewMember(long person, String roles, ListedRoles.Decided decided) {}

    void addPersons(ReadingPlace place, List<Membership> people, Instant now) {
        write(
                ADD_PERSON,
                people.stream()
                        .map(one -> values(
                                place.target().registrationId(),
                                place.district(),
                                one.userId(),
                                Texts.told(one.name(), null),
                                Texts.told(one.givenName(), null),
                                Texts.told(one.familyName(), null),
                                Utc.of(EVER),
                                Utc.of(now)))
                        .toList());
    }

    void addMembers(ReadingPlace place, List<NewMember> members, Instant now) {
        write(
                ADD_MEMBER,
                members.stream()
                        .map(one -> values(
                                place.course().value(),
                                one.person(),
                                one.roles(),
                                one.decided().role().name(),
                                one.decided().reason(),
                                one.roles(),
                                Utc.of(now)))
                        .toList());
    }

    /** Whether anything was written. */
    boolean write(ListedChanges changes, Instant started) {
        return names(changes.names()) | seats(changes.seats()) | left(changes.left(), started);
    }

    private boolean names(List<ListedChanges.NewName> people) {
        return write(
                NAME,
                people.stream()
                        .map(one -> values(
                                one.names().name(),
                                one.names().givenName(),
                                one.names().familyName(),
                                one.person()))
                        .toList());
    }

    private boolean seats(List<Seat> seats) {
        return write(
                SEAT,
                seats.stream()
                        .map(seat -> values(
                                seat.listRoles(),
                                seat.differs(),
                                seat.lmsRoles(),
                                seat.role(),
                                seat.reason(),
                                seat.toldRole(),
                                seat.toldReason(),
                                seat.id()))
                        .toList());
    }

    /** These have left, unless they have opened the tool since the reading began. */
    boolean left(List<Long> members, Instant started) {
        if (members.isEmpty()) {
            return false;
        }
        return jdbc.sql(LEFT)
                        .param("now", Utc.of(clock.instant()))
                        .param("ids", members)
                        .param("started", Utc.of(started))
                        .update()
                > 0;
    }

    /** These are in the course, though the list does not name them. */
    void unlisted(List<Long> members) {
        if (!members.isEmpty()) {
            jdbc.sql(UNLISTED).param("ids", members).update();
        }
    }

    private boolean write(String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(sql, rows);
        }
        return !rows.isEmpty();
    }

    private static @Nullable Object[] values(@Nullable Object... values) {
        return Arrays.copyOf(values, values.length);
    }
}
