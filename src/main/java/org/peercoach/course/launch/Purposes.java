package org.peercoach.course.launch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.CourseChanges;
import org.peercoach.course.CourseId;
import org.peercoach.course.session.KnownMembers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What courses are for. The roles of Learners follow from it at once (ruling 8). */
@Component
public class Purposes {

    private final JdbcClient jdbc;
    private final Courses courses;
    private final KnownMembers known;
    private final CourseChanges changes;

    Purposes(JdbcClient jdbc, Courses courses, KnownMembers known, CourseChanges changes) {
        this.changes = changes;
        this.jdbc = jdbc;
        this.courses = courses;
        this.known = known;
    }

    /** The course's purpose; empty until a link or a trainer has named one. */
    public Optional<Purpose> of(CourseId course) {
        return courses.purpose(course.value());
    }

    /** From now on the course is for this. */
    public void decide(CourseId course, Purpose purpose) {
        restore(course, purpose);
    }

    /** The same as it was before, also when nobody had said. */
    public void restore(CourseId course, @Nullable Purpose purpose) {
        jdbc.sql("update course_course set purpose = ? where id = ?")
                .param(purpose == null ? null : purpose.name())
                .param(course.value())
                .update();
        changes.tell(course);
        known.forget();
    }
}
