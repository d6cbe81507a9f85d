package org.peercoach.course.copy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.peercoach.course.CourseId;
import org.peercoach.course.launch.CourseWatch;
import org.peercoach.course.launch.Districts;
import org.peercoach.course.session.KnownMembers;
import org.peercoach.course.session.Utc;
import org.peercoach.lti.LtiLaunch;
import org.peercoach.lti.NoticeReceiver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes which course came out of which (LTI spec 1.8, O3): told by a notice, by the history of the course's id (LTI Core
 * 1.3, appendix B.3), or by a link that our picker placed in another course. A hint gives no right; it only raises a
 * question to the trainer.
 */
@Component
class CopyHints implements CourseWatch, NoticeReceiver {

    /** Ids of the courses that this one was made of, the last first. */
    static final String HISTORY = "context_history";
    /** Our id of the course in which a link was placed; a copy of the link still holds it. */
    static final String PLACED_IN = "pc_course";

    private static final int MOST = 20;
    private static final int LONGEST_ID = 255;
    private static final String INSERT = "insert into course_copy_hint (registration_id, district_id, context_id,"
            + " origin_context_id, told_by, created_at) values (?, ?, ?, ?, ?, ?)"
            + " on duplicate key update origin_context_id = origin_context_id";

    private final JdbcClient jdbc;
    private final Districts districts;
    private final OpenQuestions questions;
    private final Clock clock;
    /** What each course's launches have told; most tell the same for ever. */
    private final Cache<Long, String> told =
            Caffeine.newBuilder().maximumSize(20_000).build();

    CopyHints(JdbcClient jdbc, Districts districts, OpenQuestions questions, Clock clock) {
        this.jdbc = jdbc;
        this.districts = districts;
        this.questions = questions;
        this.clock = clock;
    }

    private record Place(long registration, long district, String context) {}

    @Override
    public void opened(LtiLaunch launch, CourseId course, long district) {
        LtiLaunch.Context context = launch.context();
        String history = launch.custom().getOrDefault(HISTORY, "");
        String placedIn = launch.custom().getOrDefault(PLACED_IN, "");
        boolean elsewhere = !placedIn.isEmpty() && !placedIn.equals(course.toString());
        String news = elsewhere ? history + "\n" + placedIn : history;
        if (context == null || news.isEmpty() || news.equals(told.getIfPresent(course.value()))) {
            return;
        }
        Place place = new Place(launch.target().registrationId(), district, context.id());
        noteAll(place, Arrays.asList(history.split(",")), "HISTORY");
        if (elsewhere) {
            origin(place, placedIn).ifPresent(origin -> noteAll(place, List.of(origin), "LINK"));
        }
        KnownMembers.whenCommitted(() -> told.put(course.value(), news));
        questions.forget();
    }

    @Override
    public void contextCopied(ContextCopy copy) {
        Place place = new Place(
                copy.target().registrationId(),
                districts.named(copy.districtName()).id(),
                copy.contextId());
        noteAll(place, copy.originContextIds(), "NOTICE");
        questions.forget();
    }

    private void noteAll(Place place, List<String> origins, String by) {
        origins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty() && origin.length() <= LONGEST_ID)
                .filter(origin -> !origin.equals(place.context()) && !origin.startsWith("$"))
                // Canvas ends a list that is too long so
                .filter(origin -> !origin.equals("truncated"))
                .distinct()
                .limit(MOST)
                .forEach(origin -> jdbc.sql(INSERT)
                        .params(place.registration(), place.district(), place.context(), origin, by)
                        .param(Utc.of(clock.instant()))
                        .update());
    }

    /** The platform's id of one of our courses, if it is of the same registration and district. */
    private Optional<String> origin(Place place, String course) {
        if (!course.matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return jdbc.sql("select context_id from course_course where id = ? and registration_id = ? and district_id = ?")
                .params(Long.parseLong(course), place.registration(), place.district())
                .query(String.class)
                .optional();
    }
}
