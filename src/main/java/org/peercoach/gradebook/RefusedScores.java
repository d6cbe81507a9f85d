package org.peercoach.gradebook;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Points that the LMS's gradebook did not take for good, as figures. */
@Component
public class RefusedScores {

    private final JdbcClient jdbc;

    RefusedScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For how many people in these courses the LMS says that they cannot be graded there (LTI-A18). */
    public int notGradable(Collection<Long> courses) {
        return courses.isEmpty()
                ? 0
                : jdbc.sql("select count(distinct member_id) from gradebook_score where course_id in (:courses)"
                                + " and state = 'FAILED' and reason = :reason")
                        .param("courses", courses)
                        .param("reason", Reasons.NOT_GRADABLE)
                        .query(Integer.class)
                        .single();
    }
}
