package org.peercoach.training.cohort;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseChanges;
import org.peercoach.course.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** The plans of all cohorts, remembered; what is kept on this node holds here at once, and on others two seconds later. */
@Component
public class CohortPlans {

    private static final LocalDateTime NEVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final JdbcClient jdbc;
    private final CourseChanges changes;
    private final Clock clock;
    private final Cache<CourseId, CohortPlan> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(CourseChanges.MEMORY)
            .build();

    CohortPlans(JdbcClient jdbc, CourseChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
        changes.listen(known::invalidate);
    }

    /** The plan of this cohort; the usual one if nobody has changed anything. */
    public CohortPlan of(CourseId course) {
        CohortPlan plan = known.getIfPresent(course);
        if (plan == null) {
            long heard = changes.heard();
            plan = read(course);
            known.put(course, plan);
            if (changes.heard() != heard) {
                known.invalidate(course);
            }
        }
        return plan;
    }

    /** The plan as it is at this moment, for what is counted by it. */
    public CohortPlan now(CourseId course) {
        return read(course);
    }

    /** When the plan was changed last, as precise as the database keeps it; long ago if nobody ever has. */
    public Instant changedAt(CourseId course) {
        return jdbc.sql("select changed_at from training_cohort where course_id = ?")
                .param(course.value())
                .query(LocalDateTime.class)
                .optional()
                .orElse(NEVER)
                .toInstant(ZoneOffset.UTC);
    }

    /**
     * Puts this plan in the place of the one before. The last of several at once holds, whole.
     *
     * @return the plan before, of whatever node and however young
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public CohortPlan keep(CourseId course, CohortPlan plan) {
        return keep(course, plan, null).orElseThrow();
    }

    /**
     * The same, unless somebody has changed the plan since it was read.
     *
     * @param read when the plan that was read had been changed last; null to change whatever there is
     * @return the plan before; empty if there is a newer one than was read, which then stays
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Optional<CohortPlan> keep(CourseId course, CohortPlan plan, @Nullable Instant read) {
        // The cohort's row is the lock: the rest is read and written under it.
        jdbc.sql("insert into training_cohort (course_id, locked, changed_at) values (?, false, ?)"
                        + " on duplicate key update course_id = course_id")
                .params(course.value(), NEVER)
                .update();
        CohortPlan before = read(course);
        boolean newer = read != null && !read.equals(changedAt(course));
        if (newer || before.equals(plan)) {
            known.invalidate(course);
            return before.equals(plan) ? Optional.of(before) : Optional.empty();
        }
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("update training_cohort set locked = ?, changed_at = ? where course_id = ?")
                .params(plan.locked(), now, course.value())
                .update();
        union(sessions(before), sessions(plan)).forEach(session -> keep(course, session, plan));
        union(before.off(), plan.off()).forEach(activity -> keep(course, activity, plan.off()));
        changes.tell(course);
        return Optional.of(before);
    }

    /** Those of which a plan says anything. */
    private static Set<Integer> sessions(CohortPlan plan) {
        return union(union(plan.dates().keySet(), plan.sessionsOff()), Set.copyOf(plan.order()));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private void keep(CourseId course, int session, CohortPlan plan) {
        SessionDates dates = plan.dates(session);
        int place = plan.order().indexOf(session);
        jdbc.sql("insert into training_cohort_session (course_id, session_number, opens_on, due_on, left_out,"
                        + " path_place) values (?, ?, ?, ?, ?, ?)"
                        + " on duplicate key update opens_on = values(opens_on), due_on = values(due_on),"
                        + " left_out = values(left_out), path_place = values(path_place)")
                .param(course.value())
                .param(session)
                .param(dates.opens())
                .param(dates.due())
                .param(plan.leavesOut(session))
                .param(place < 0 ? null : place)
                .update();
    }

    private void keep(CourseId course, String activity, Set<String> off) {
        jdbc.sql(
                        off.contains(activity)
                                ? "insert into training_cohort_off (course_id, activity_id) values (?, ?)"
                                        + " on duplicate key update activity_id = activity_id"
                                : "delete from training_cohort_off where course_id = ? and activity_id = ?")
                .params(course.value(), activity)
                .update();
    }

    private CohortPlan read(CourseId course) {
        Optional<Boolean> locked = jdbc.sql("select locked from training_cohort where course_id = ?")
                .param(course.value())
                .query(Boolean.class)
                .optional();
        return locked.isEmpty() ? CohortPlan.USUAL : read(course, locked.get());
    }

    private CohortPlan read(CourseId course, boolean locked) {
        Map<Integer, SessionDates> dates = new HashMap<>();
        Set<Integer> sessionsOff = new HashSet<>();
        Map<Integer, Integer> places = new TreeMap<>();
        jdbc.sql("select session_number, opens_on, due_on, left_out, path_place from training_cohort_session"
                        + " where course_id = ?")
                .param(course.value())
                .query(row -> {
                    int session = row.getInt("session_number");
                    SessionDates one = new SessionDates(
                            row.getObject("opens_on", LocalDate.class), row.getObject("due_on", LocalDate.class));
                    if (!one.equals(SessionDates.NONE)) {
                        dates.put(session, one);
                    }
                    if (row.getBoolean("left_out")) {
                        sessionsOff.add(session);
                    }
                    Integer place = row.getObject("path_place", Integer.class);
                    if (place != null) {
                        places.put(place, session);
                    }
                });
        Set<String> off = Set.copyOf(jdbc.sql("select activity_id from training_cohort_off where course_id = ?")
                .param(course.value())
                .query(String.class)
                .list());
        return new CohortPlan(locked, dates, off, sessionsOff, List.copyOf(places.values()));
    }
}
