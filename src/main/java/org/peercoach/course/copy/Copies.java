package org.peercoach.course.copy;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.audit.AuditEntry;
import org.peercoach.audit.AuditTrail;
import org.peercoach.course.ActivityProvider;
import org.peercoach.course.CourseId;
import org.peercoach.course.Member;
import org.peercoach.course.launch.Purpose;
import org.peercoach.course.launch.Purposes;
import org.peercoach.course.roles.RuleCopies;
import org.peercoach.course.session.MemberRows;
import org.peercoach.course.session.Utc;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Takes the settings of a course over to its copy: what it is for, and its role rules. Never people, points or texts. Works
 * once, and can be taken back until somebody has begun to work in the copy.
 */
@Component
class Copies {

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final MemberRows rows;
    private final Settings settings;
    private final OpenQuestions questions;
    private final List<ActivityProvider> work;
    private final Clock clock;

    Copies(
            JdbcClient jdbc,
            MemberRows rows,
            Settings settings,
            OpenQuestions questions,
            List<ActivityProvider> work,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.settings = settings;
        this.questions = questions;
        this.work = work;
        this.clock = clock;
    }

    /** What is taken over, and where that is noted. */
    @Component
    record Settings(Purposes purposes, RuleCopies rules, AuditTrail audit) {}

    /** A course that this one may have come from. Its trainer sees the title and nothing else. */
    public record OriginRow(long id, String title) {}

    /**
     * What was answered.
     *
     * @param origin where the settings came from, or null if the answer was no
     * @param originTitle its title, or null
     */
    public record AnswerView(
            @Nullable Long origin, @Nullable String originTitle, boolean rulesTaken, boolean undoable) {}

    private record Before(
            @Nullable String purpose, @Nullable String rules, boolean rulesTaken, boolean settingsTaken) {}

    /** Courses of the same LMS connection and district, the likeliest first. */
    List<OriginRow> origins(CourseId course) {
        return jdbc.sql("select o.id, o.title, o.label" + OpenQuestions.ORIGINS + " order by h.id limit " + SHOWN)
                .param(course.value())
                .query((row, index) -> new OriginRow(
                        row.getLong("id"), rows.courseTitle(row.getString("title"), row.getString("label"))))
                .list();
    }

    Optional<AnswerView> answer(CourseId course) {
        return jdbc.sql("select a.origin_id, a.rules_taken, o.title, o.label from course_copy a"
                        + " left join course_course o on o.id = a.origin_id where a.course_id = ?")
                .param(course.value())
                .query((row, index) -> {
                    Long origin = row.getObject("origin_id", Long.class);
                    String title =
                            origin == null ? null : rows.courseTitle(row.getString("title"), row.getString("label"));
                    return new AnswerView(origin, title, row.getBoolean("rules_taken"), !begun(course));
                })
                .optional();
    }

    /** Takes the settings of this origin; false if it is none, or if somebody has answered already. */
    @Transactional
    public boolean take(Member trainer, long origin) {
        boolean known = origins(trainer.course()).stream().anyMatch(row -> row.id() == origin);
        if (!known || !note(trainer, origin)) {
            return false;
        }
        settings.purposes()
                .of(new CourseId(origin))
                .ifPresent(purpose -> settings.purposes().decide(trainer.course(), purpose));
        boolean rules = settings.rules().take(trainer.district(), new CourseId(origin), trainer.course());
        jdbc.sql("update course_copy set rules_taken = ? where course_id = ?")
                .params(rules, trainer.course().value())
                .update();
        audit(trainer, "copy.taken", "course:" + origin);
        return true;
    }

    /** Takes nothing; false if somebody has answered already. */
    @Transactional
    public boolean decline(Member trainer) {
        if (!note(trainer, null)) {
            return false;
        }
        audit(trainer, "copy.declined", null);
        return true;
    }

    /** What became of taking an answer back. */
    enum Undone {
        DONE,
        /** Somebody has begun to work, or there is no answer. */
        TOO_LATE,
        /** The rules of before would lock the trainers out, or somebody changes them at this moment. */
        RULES_STAY
    }

    /** Everything as before the answer, and the question is open again; or nothing at all. */
    @Transactional
    public Undone undo(Member trainer) {
        CourseId course = trainer.course();
        Optional<Before> before = jdbc.sql(
                        "select former_purpose, former_rules, rules_taken, origin_id is not null as taken"
                                + " from course_copy where course_id = ? for update")
                .param(course.value())
                .query((row, index) ->
                        new Before(row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4)))
                .optional();
        if (before.isEmpty() || begun(course)) {
            return Undone.TOO_LATE;
        }
        if (before.get().settingsTaken()) {
            String purpose = before.get().purpose();
            settings.purposes().restore(course, purpose == null ? null : Purpose.valueOf(purpose));
        }
        if (before.get().rulesTaken()
                && !settings.rules()
                        .store(trainer.district(), course, before.get().rules())) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Undone.RULES_STAY;
        }
        jdbc.sql("delete from course_copy where course_id = ?")
                .param(course.value())
                .update();
        audit(trainer, "copy.undone", null);
        questions.forget();
        return Undone.DONE;
    }

    /** The answer, once; with what was before. */
    private boolean note(Member trainer, @Nullable Long origin) {
        CourseId course = trainer.course();
        String purpose = settings.purposes().of(course).map(Enum::name).orElse(null);
        try {
            jdbc.sql("insert into course_copy (course_id, origin_id, former_purpose, former_rules, rules_taken,"
                            + " decided_at) values (?, ?, ?, ?, false, ?)")
                    .params(Arrays.asList(
                            course.value(), origin, purpose, settings.rules().of(trainer.district(), course)))
                    .param(Utc.of(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            return false;
        }
        questions.forget();
        return true;
    }

    private boolean begun(CourseId course) {
        return work.stream().anyMatch(room -> room.begun(course));
    }

    private void audit(Member trainer, String act, @Nullable String subject) {
        settings.audit()
                .note(AuditEntry.ofPerson(trainer.district(), trainer.person(), act, subject, null)
                        .inCourse(trainer.course().value()));
    }
}
