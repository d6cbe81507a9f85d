package org.peercoach.course.copy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import org.peercoach.course.CourseId;
import org.peercoach.course.session.KnownMembers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which courses wait for their trainer's answer. Asked by every launch of a trainer, so remembered for 10 seconds. */
@Component
class OpenQuestions {

    /** Whether the question is open or answered, and whether it is known what the course is for. */
    record Standing(boolean open, boolean answered, boolean purposeKnown) {}

    private static final String HINT = "h.registration_id = c.registration_id and h.district_id = c.district_id"
            + " and h.context_id = c.context_id";
    private static final String ORIGIN = "o.registration_id = c.registration_id and o.district_id = c.district_id"
            + " and o.context_id = h.origin_context_id and o.id <> c.id";

    static final String ORIGINS = " from course_course c join course_copy_hint h on " + HINT
            + " join course_course o on " + ORIGIN + " where c.id = ?";

    private static final String FIND = "select c.purpose is not null as known,"
            + " exists (select 1 from course_copy a where a.course_id = c.id) as answered,"
            + " exists (select 1 from course_copy_hint h, course_course o where " + HINT + " and " + ORIGIN
            + ") as hinted from course_course c where c.id = ?";

    private final JdbcClient jdbc;
    private final LoadingCache<Long, Standing> memory = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(10))
            .maximumSize(20_000)
            .build(this::read);

    OpenQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Standing of(CourseId course) {
        return memory.get(course.value());
    }

    void forget() {
        memory.invalidateAll();
        KnownMembers.whenCommitted(memory::invalidateAll);
    }

    private Standing read(Long course) {
        return jdbc.sql(FIND)
                .param(course)
                .query((row, index) -> {
                    boolean answered = row.getBoolean("answered");
                    return new Standing(row.getBoolean("hinted") && !answered, answered, row.getBoolean("known"));
                })
                .optional()
                .orElse(new Standing(false, false, false));
    }
}
