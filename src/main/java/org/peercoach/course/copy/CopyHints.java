package org.peercoach.course.copy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private static final Duration REMEMBERED = Duration.ofHours(6);
    private static final String KNOWN = "select origin_context_id from course_copy_hint where registration_id = ?"
            + " and district_id = ? and context_id = ?";
    private static final String INSERT = "insert into course_copy_hint (registration_id, district_id, context_id,"
            + " origin_context_id, told_by, created_at) values (?, ?, ?, ?, ?, ?)"
            + " on duplicate key update origin_context_id = origin_context_id";

    private final JdbcClient jdbc;
    private final Districts districts;
    private final OpenQuestions questions;
    private final Clock clock;
    /** What the launches of courses have told: each link of a course tells the same for ever, but not all links do. */
    private final Cache<News, Boolean> told = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(50_000)
            .build();

    CopyHints(JdbcClient jdbc, Districts districts, OpenQuestions questions, Clock clock) {
        this.jdbc = jdbc;
        this.districts = districts;
        this.questions = questions;
        this.clock = clock;
    }

    private record Place(long registration, long district, String context) {}

    private record News(long course, String history, String placedIn) {}

    @Override
    public void opened(LtiLaunch launch, CourseId course, long district) {
        LtiLaunch.Context context = launch.context();
        String history = launch.custom().getOrDefault(HISTORY, "");
        String placedIn = launch.custom().getOrDefault(PLACED_IN, "");
        boolean elsewhere = !placedIn.isEmpty() && !placedIn.equals(course.toString());
        News news = new News(course.value(), history, elsewhere ? placedIn : "");
        if (context == null || (history.isEmpty() && !elsewhere) || told.getIfPresent(news) != null) {
            return;
        }
        Place place = new Place(launch.target().registrationId(), district, context.id());
        noteAll(place, Arrays.asList(history.split(",")), "HISTORY");
        if (elsewhere) {
            origin(place, placedIn).ifPresent(origin -> noteAll(place, List.of(origin), "LINK"));
        }
        KnownMembers.whenCommitted(() -> told.put(news, true));
    }

    @Override
    public void contextCopied(ContextCopy copy) {
        Place place = new Place(
                copy.target().registrationId(),
                districts.named(copy.districtName()).id(),
                copy.contextId());
        noteAll(place, copy.originContextIds(), "NOTICE");
    }

    /** Most is known, so the rows are looked at first: an upsert would lock each of them for the whole launch. */
    private void noteAll(Place place, List<String> origins, String by) {
        List<String> named = named(place, origins);
        Set<String> known = named.isEmpty() ? Set.of() : known(place);
        List<String> fresh =
                named.stream().filter(origin -> !known.contains(origin)).toList();
        for (String origin : fresh) {
            jdbc.sql(INSERT)
                    .params(place.registration(), place.district(), place.context(), origin, by)
                    .param(Utc.of(clock.instant()))
                    .update();
        }
        if (!fresh.isEmpty()) {
            questions.forget();
        }
    }

    private Set<String> known(Place place) {
        return jdbc.sql(KNOWN)
                .params(place.registration(), place.district(), place.context())
                .query((row, index) -> row.getString("origin_context_id"))
                .set();
    }

    private static List<String> named(Place place, List<String> origins) {
        return origins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty() && origin.length() <= LONGEST_ID)
                .filter(origin -> !origin.equals(place.context()) && !origin.startsWith("$"))
                // Canvas ends a list that is too long so
                .filter(origin -> !origin.equals("truncated"))
                .distinct()
                .limit(MOST)
                .toList();
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
