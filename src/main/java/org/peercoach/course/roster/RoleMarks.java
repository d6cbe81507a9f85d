package org.peercoach.course.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.Member;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.course.session.Utc;
import org.peercoach.shared.ProblemPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roles that a trainer gives by hand: they beat everything but a lost membership, outlive launches and readings of the
 * list, hold on every node within ten seconds, and can be taken back.
 */
@Component
class RoleMarks {

    /** How long a change can be taken back by one button. */
    private static final Duration UNDO = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final RoleMarkRows rows;
    private final KnownMembers known;
    private final AuditTrail audit;
    private final Clock clock;

    RoleMarks(JdbcClient jdbc, RoleMarkRows rows, KnownMembers known, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.known = known;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param people how many got another role */
    record Change(long id, GivenRole role, int people) {}

    /**
     * Gives this role; the trainer's own is left alone, so that nobody locks themselves out.
     *
     * @throws ProblemPage.Thrown 404 if one of them is of another course
     */
    @Transactional
    public Change give(Member trainer, Collection<Long> members, GivenRole role) {
        List<RoleMarkRows.Marked> found = rows.lock(trainer.course(), members);
        if (found.size() != members.size()) {
            throw ProblemPage.notHere();
        }
        List<RoleMarkRows.Marked> changing = found.stream()
                .filter(one -> one.id() != trainer.id().value() && one.given() != role)
                .toList();
        if (changing.isEmpty()) {
            return new Change(0, role, 0);
        }
        long id = remember(trainer, role, changing);
        rows.set(changing, role, trainer.person(), clock.instant());
        changing.forEach(one -> note(trainer, "roles.given", one, role));
        known.forget();
        return new Change(id, role, changing.size());
    }

    /** A change of this trainer that can still be taken back. */
    Optional<Change> undoable(Member trainer, long change) {
        return jdbc.sql("select c.role, (select count(*) from course_role_changed m where m.change_id = c.id) as people"
                        + " from course_role_change c where c.id = ? and c.course_id = ? and c.person_id = ?"
                        + " and c.undone_at is null and c.made_at > ?")
                .params(change, trainer.course().value(), trainer.person())
                .param(Utc.of(clock.instant().minus(UNDO)))
                .query((row, index) ->
                        new Change(change, GivenRole.ofStored(row.getString("role")), row.getInt("people")))
                .optional();
    }

    /**
     * Takes a change back, but for those whose role was changed once more meanwhile. The mark comes first: of two who
     * press the button at once one waits here and then finds nothing to take back, and whatever is read afterwards is
     * as others have left it.
     */
    @Transactional
    public boolean undo(Member trainer, long change) {
        Instant now = clock.instant();
        int marked = jdbc.sql("update course_role_change set undone_at = ? where id = ? and course_id = ?"
                        + " and person_id = ? and undone_at is null and made_at > ?")
                .params(Utc.of(now), change, trainer.course().value(), trainer.person(), Utc.of(now.minus(UNDO)))
                .update();
        if (marked == 0) {
            return false;
        }
        GivenRole made = role(change);
        Map<Long, GivenRole> before = before(change);
        Map<GivenRole, List<RoleMarkRows.Marked>> back = rows.lock(trainer.course(), before.keySet()).stream()
                .filter(one -> one.given() == made)
                .collect(Collectors.groupingBy(one -> before.getOrDefault(one.id(), GivenRole.LMS)));
        back.forEach((role, members) -> {
            rows.set(members, role, trainer.person(), now);
            members.forEach(one -> note(trainer, "roles.undone", one, role));
        });
        known.forget();
        return true;
    }

    private GivenRole role(long change) {
        return jdbc.sql("select role from course_role_change where id = ?")
                .param(change)
                .query((row, index) -> GivenRole.ofStored(row.getString("role")))
                .single();
    }

    /** What each member of a change had before. */
    private Map<Long, GivenRole> before(long change) {
        Map<Long, GivenRole> found = new HashMap<>();
        jdbc.sql("select member_id, before_role from course_role_changed where change_id = ?")
                .param(change)
                .query(row -> {
                    found.put(row.getLong("member_id"), GivenRole.ofStored(row.getString("before_role")));
                });
        return found;
    }

    private long remember(Member trainer, GivenRole role, List<RoleMarkRows.Marked> members) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        Instant now = clock.instant();
        jdbc.sql("insert into course_role_change (course_id, person_id, role, made_at) values (?, ?, ?, ?)")
                .params(Arrays.asList(trainer.course().value(), trainer.person(), stored(role), Utc.of(now)))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        List<@Nullable Object[]> before = new ArrayList<>();
        members.forEach(one -> before.add(new @Nullable Object[] {id, one.id(), stored(one.given())}));
        rows.remember(before);
        return id;
    }

    private void note(Member trainer, String act, RoleMarkRows.Marked member, GivenRole role) {
        audit.note(AuditEntry.ofPerson(
                        trainer.district(),
                        trainer.person(),
                        act,
                        "member:" + member.id(),
                        member.given() + " -> " + role)
                .inCourse(trainer.course().value()));
    }

    private static @Nullable String stored(GivenRole role) {
        return role.role() == null ? null : role.name();
    }
}
