package org.peercoach.training;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peercoach.course.Member;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads how far a member is without what they wrote: after eight sessions the texts are some hundred pages, and the first
 * page of a course needs none of them. Read-only; what a transaction has changed and not yet written is not seen.
 */
@Component
class StateOutlines {

    private static final String FIND = "select id, course_id, member_id, activity_id, content_version, shared, version,"
            + " started_at, changed_at, completed_at, attended_at, decided_complete, decided_reason, decided_by,"
            + " decided_at, handed_in_at, versions, verdict, marking, (draft is not null or answer is not null) as begun"
            + " from training_activity_state where course_id = ? and member_id = ?";

    private final JdbcClient jdbc;

    StateOutlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By activity; one statement. */
    Map<String, ActivityState> of(Member member) {
        return jdbc
                .sql(FIND)
                .params(member.course().value(), member.id().value())
                .<ActivityState>query((row, index) -> new StateOutline(row))
                .list()
                .stream()
                .collect(Collectors.toMap(ActivityState::activityId, Function.identity()));
    }
}
