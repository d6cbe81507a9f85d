package org.peercoach.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.training.cohort.CohortPlan;
import org.peercoach.training.cohort.CohortPlans;
import org.peercoach.training.due.DueSession;
import org.peercoach.training.due.DueSessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Due dates out of the plans of cohorts, and who is behind out of the work itself. */
@Component
class DueDates implements DueSessions {

    private final Catalogs catalogs;
    private final CohortPlans plans;
    private final Standings standings;
    private final JdbcClient jdbc;

    DueDates(Catalogs catalogs, CohortPlans plans, Standings standings, JdbcClient jdbc) {
        this.catalogs = catalogs;
        this.plans = plans;
        this.standings = standings;
        this.jdbc = jdbc;
    }

    @Override
    public List<CourseId> courses(LocalDate first, LocalDate last) {
        return jdbc.sql("select distinct course_id from training_cohort_session where due_on between ? and ?"
                        + " order by course_id")
                .params(first, last)
                .query((row, index) -> new CourseId(row.getLong(1)))
                .list();
    }

    @Override
    public List<DueSession> of(CourseId course) {
        CohortPlan plan = plans.of(course);
        return catalogs.of(course).sessions().stream()
                .flatMap(session -> due(plan, session).stream())
                .toList();
    }

    /** What cannot be worked on yet is nobody's to do: a closed session, and activities that wait for a later room. */
    @Override
    public Set<Integer> open(Member coach) {
        return standings.of(coach).stream()
                .filter(one -> one.door().open() && !one.progress().doneAsFarAsOpen())
                .map(one -> one.session().number())
                .collect(Collectors.toSet());
    }

    private Optional<DueSession> due(CohortPlan plan, SessionContent session) {
        return Optional.ofNullable(plan.dates(session.number()).due())
                .map(day -> new DueSession(session.number(), session.shortTitle(), session.path(), day));
    }
}
