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

/** A member's points, and where they are. */
@Component
class GradebookData implements KeptDataProvider {

    private final JdbcClient jdbc;

    GradebookData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<KeptData> of(Member member) {
        List<Map<String, @Nullable Object>> rows = jdbc.sql(
                        "select activity_key, points, maximum, completed, state, recorded_at, confirmed_at"
                                + " from gradebook_score where course_id = ? and member_id = ? order by activity_key")
                .params(member.course().value(), member.id().value())
                .query((row, index) -> {
                    Map<String, @Nullable Object> one = new LinkedHashMap<>();
                    one.put("activity", row.getString("activity_key"));
                    one.put("points", row.getInt("points"));
                    one.put("of", row.getInt("maximum"));
                    one.put("completed", row.getBoolean("completed"));
                    one.put("state", row.getString("state"));
                    one.put("recordedAt", Utc.read(row, "recorded_at"));
                    one.put("confirmedAt", Utc.read(row, "confirmed_at"));
                    return one;
                })
                .list();
        return List.of(new KeptData("points", "gradebook.data.points", rows));
    }
}
