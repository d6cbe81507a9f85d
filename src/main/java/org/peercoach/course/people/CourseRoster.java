package org.peercoach.course.people;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseId;
import org.peercoach.course.GradingPlace;
import org.peercoach.course.Member;
import org.peercoach.course.MemberId;
import org.peercoach.course.Roster;
import org.peercoach.course.launch.Courses;
import org.peercoach.course.listing.PeopleByName;
import org.peercoach.course.session.KnownMember;
import org.peercoach.course.session.MemberRows;
import org.peercoach.course.session.Utc;
import org.peercoach.lti.ServiceTarget;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the roster; pretended learners are left out, and have no platform id, so they get no score (LTI-T23). */
@Component
class CourseRoster implements Roster {

    private static final String PLACE = "select c.registration_id, c.deployment_id, c.ags_scopes, c.line_items_url,"
            + " l.resource_link_id, l.line_item_url from course_course c"
            + " left join course_placement l on l.course_id = c.id and l.activity_key = ? where c.id = ?"
            // a link with a column of its own before one without; of several, the one placed last (ruling 37)
            + " order by case when l.line_item_url is null then 1 else 0 end, l.id desc limit 1";

    private final JdbcClient jdbc;
    private final MemberRows rows;
    private final Courses courses;

    CourseRoster(JdbcClient jdbc, MemberRows rows, Courses courses) {
        this.courses = courses;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public List<Member> members(CourseId course) {
        return jdbc
                .sql(MemberRows.MEMBER + " where m.course_id = ? and " + PeopleByName.HERE + " order by "
                        + PeopleByName.FORWARDS)
                .param(course.value())
                .query(rows.members())
                .list()
                .stream()
                .map(KnownMember::member)
                .toList();
    }

    @Override
    public Map<MemberId, Instant> joined(CourseId course) {
        Map<MemberId, Instant> joined = new HashMap<>();
        jdbc.sql("select id, created_at from course_member where course_id = ? and active = true")
                .param(course.value())
                .query(row -> {
                    joined.put(new MemberId(row.getLong(1)), Utc.read(row, "created_at"));
                });
        return joined;
    }

    @Override
    public Optional<Member> member(CourseId course, MemberId member) {
        return jdbc.sql(MemberRows.MEMBER + " where m.id = ? and m.course_id = ?")
                .params(member.value(), course.value())
                .query(rows.members())
                .optional()
                .map(KnownMember::member);
    }

    @Override
    public Map<MemberId, Member> members(CourseId course, Collection<MemberId> members) {
        List<Long> ids = members.stream().map(MemberId::value).distinct().toList();
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(MemberRows.MEMBER + " where m.course_id = :course and m.id in (:ids)")
                        .param("course", course.value())
                        .param("ids", ids)
                        .query(rows.members())
                        .list()
                        .stream()
                        .map(KnownMember::member)
                        .collect(Collectors.toMap(Member::id, Function.identity()));
    }

    @Override
    public Neighbors neighbors(CourseId course, MemberId member) {
        return new Neighbors(
                beside(course, member, PeopleByName.BEFORE, PeopleByName.BACKWARDS),
                beside(course, member, PeopleByName.BEHIND, PeopleByName.FORWARDS));
    }

    private @Nullable Member beside(CourseId course, MemberId member, String side, String order) {
        return jdbc.sql(MemberRows.MEMBER + PeopleByName.FROM_MEMBER + " where m.course_id = :course and "
                        + PeopleByName.HERE + " and " + PeopleByName.COACH + " and o.id is not null and " + side
                        + " order by " + order + " limit 1")
                .param("from", member.value())
                .param("course", course.value())
                .query(rows.members())
                .optional()
                .map(KnownMember::member)
                .orElse(null);
    }

    @Override
    public Optional<String> platformUser(CourseId course, MemberId member) {
        return jdbc.sql("select p.sub from course_member m join course_person p on p.id = m.person_id"
                        + " where m.id = ? and m.course_id = ? and p.test_user = false")
                .params(member.value(), course.value())
                .query(String.class)
                .optional();
    }

    @Override
    public Map<MemberId, String> platformUsers(CourseId course) {
        Map<MemberId, String> users = new HashMap<>();
        jdbc.sql("select m.id, p.sub from course_member m join course_person p on p.id = m.person_id"
                        + " where m.course_id = ? and p.test_user = false")
                .param(course.value())
                .query(row -> {
                    users.put(new MemberId(row.getLong(1)), row.getString(2));
                });
        return users;
    }

    @Override
    public GradingPlace gradingPlace(CourseId course, String activityKey) {
        return jdbc.sql(PLACE)
                .params(activityKey, course.value())
                .query((row, index) -> new GradingPlace(
                        new ServiceTarget(row.getLong("registration_id"), row.getLong("deployment_id")),
                        scopes(row.getString("ags_scopes")),
                        row.getString("line_items_url"),
                        row.getString("resource_link_id"),
                        row.getString("line_item_url")))
                .single();
    }

    @Override
    public Set<String> gradebookScopes(CourseId course) {
        return courses.gradebookScopes(course.value());
    }

    private static Set<String> scopes(String joined) {
        return joined.isEmpty() ? Set.of() : Set.of(joined.split(" "));
    }
}
