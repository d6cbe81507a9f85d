package org.peercoach.gradebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peercoach.course.Member;
import org.peercoach.course.data.KeptData;
import org.peercoach.course.data.KeptDataProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A member's points, where they are, and every try to send them. */
@Component
class GradebookData implements KeptDataProvider {

    private final JdbcClient jdbc;

    GradebookData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptData> of(Member member) {
        return List.of(
                new KeptData("points", "gradebook.data.points", points(member)),
                new KeptData("tries", "gradebook.data.tries", tries(member)));
    }

    /** The grader appears by our number alone, for a grader's name is not the member's. */
    private List<Map<String, @Nullable Object>> points(Member member) {
        return jdbc.sql("select activity_key, points, maximum, completed, comment, grader_id, state, reason,"
                        + " started_at, recorded_at, confirmed_at, sent_points, sent_maximum, sent_completed,"
                        + " lms_points, difference from gradebook_score where course_id = ? and member_id = ?"
                        + " order by activity_key")
                .params(member.course().value(), member.id().value())
                .query((row, index) -> {
                    Map<String, @Nullable Object> one = new LinkedHashMap<>();
                    one.put("activity", row.getString("activity_key"));
                    one.put("points", row.getInt("points"));
                    one.put("of", row.getInt("maximum"));
                    one.put("completed", row.getBoolean("completed"));
                    one.put("comment", row.getString("comment"));
                    one.put("gradedBy", row.getObject("grader_id", Long.class));
                    one.put("state", row.getString("state"));
                    one.put("stateReason", row.getString("reason"));
                    one.put("startedAt", Utc.read(row, "started_at"));
                    one.put("recordedAt", Utc.read(row, "recorded_at"));
                    one.put("confirmedAt", Utc.read(row, "confirmed_at"));
                    one.put("sentPoints", row.getObject("sent_points", Integer.class));
                    one.put("sentOf", row.getObject("sent_maximum", Integer.class));
                    one.put("sentCompleted", row.getBoolean("sent_completed"));
                    one.put("lmsShows", row.getObject("lms_points", Double.class));
                    one.put("difference", row.getString("difference"));
                    return one;
                })
                .list();
    }

    private List<Map<String, @Nullable Object>> tries(Member member) {
        return jdbc.sql("select activity_key, tried_at, points, maximum, outcome, status_class, reason"
                        + " from gradebook_try where course_id = ? and member_id = ? order by id")
                .params(member.course().value(), member.id().value())
                .query((row, index) -> {
                    Map<String, @Nullable Object> one = new LinkedHashMap<>();
                    one.put("activity", row.getString("activity_key"));
                    one.put("triedAt", Utc.read(row, "tried_at"));
                    one.put("points", row.getInt("points"));
                    one.put("of", row.getInt("maximum"));
                    one.put("outcome", row.getString("outcome"));
                    one.put("answer", row.getString("status_class"));
                    one.put("reason", row.getString("reason"));
                    return one;
                })
                .list();
    }
}
